import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** Starts a program of ours. It ends with us; when it fails, so do we. */
export function start(
  file: URL,
  args: readonly string[] = [],
  execArgv: readonly string[] = [],
): ChildProcess {
  const child = fork(file, args, { execArgv: [...execArgv] })
  return child.on('exit', (code) => {
    if (code) throw new Error(`${file.pathname} ended with ${code}`)
  })
}

/** What a process says next. */
export async function next<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message')
  return message
}

/** Asks a process, and waits for its answer. */
export function ask<T>(child: ChildProcess, question: object): Promise<T> {
  const answer = next<T>(child)
  child.send(question)
  return answer
}

/** Runs a program until it has told its result. */
export async function resultOf<T>(
  file: URL,
  args: readonly string[],
  execArgv: readonly string[],
): Promise<T> {
  const child = start(file, args, execArgv)
  const result = await next<T>(child)
  const ended = once(child, 'exit')
  child.kill()
  await ended
  return result
}

/** Tells the process that started this one. */
export const tell = (message: object): void => {
  process.send?.(message)
}
