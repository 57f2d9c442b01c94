import { once } from 'node:events'

/** Runs something and gives the reason of the next rejection that nobody handles. Node ends a program that has one. */
export async function unhandledRejection(act: () => Promise<unknown>): Promise<unknown> {
  // The test runner listens as well, and would count the rejection as a failure.
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  const rejected = once(process, 'unhandledRejection')
  try {
    await act()
    const [reason] = await rejected
    return reason
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
}
