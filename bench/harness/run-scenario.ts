import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Measured } from '../report/measured.ts'

/**
 * Runs one scenario in a process of its own, so that none changes the heap or the compiled code of another.
 *
 * @throws Error (as a rejection) when it fails; it has printed why.
 */
export async function runScenario(
  name: string,
  isQuick: boolean,
  environment: NodeJS.ProcessEnv,
): Promise<Measured> {
  const child = fork(new URL('../run-scenario.ts', import.meta.url), [name, isQuick ? 'quick' : 'full'], {
    env: { ...process.env, ...environment },
  })
  let measured: Measured | undefined
  child.on('message', (message: Measured) => {
    measured = message
  })
  const [code] = await once(child, 'exit')
  if (code !== 0 || !measured) throw new Error(`The scenario ${name} failed`)
  return measured
}
