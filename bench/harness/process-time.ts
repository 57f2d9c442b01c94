import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Measure } from './alternate.ts'

const run = promisify(execFile)
/** From where a program sees the libraries that are compared. */
const cwd = fileURLToPath(new URL('..', import.meta.url))

/**
 * How long a process takes from its start to its end, in ms, as `time`.
 *
 * @param program An ES module.
 */
export const processTime =
  (program: string): Measure =>
  async () => {
    const begin = performance.now()
    await run(process.execPath, ['--input-type=module', '-e', program], { cwd })
    return { time: performance.now() - begin }
  }
