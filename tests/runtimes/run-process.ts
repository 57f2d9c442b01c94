import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Task } from './program/exercise.ts'
import type { Runtime } from './runtimes.ts'

const execute = promisify(execFile)

interface Failure {
  readonly killed: boolean
  readonly stderr: string
  readonly code: number | string
}

/** Runs a script to its end and reads its report. A runtime that does not end by itself is ended after 30 s: a failure. */
export async function runProcess({ path, args }: Runtime, script: string, task: Task): Promise<unknown> {
  const run = execute(path, [...args, script, JSON.stringify(task)], {
    timeout: 30_000,
    killSignal: 'SIGKILL',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_NO_WARNINGS: '1',
      NO_COLOR: '1',
      // Nothing that runs here phones home.
      DENO_NO_UPDATE_CHECK: '1',
      DO_NOT_TRACK: '1',
    },
  })
  const { stdout } = await run.catch(({ killed, stderr, code }: Failure) => {
    throw new Error(killed ? 'did not end within 30 s' : `ended with ${code}:\n${stderr}`)
  })
  return JSON.parse(stdout)
}
