import { wait } from '../transport/wait.ts'

/** Tells whether something that never rejects ends within a time in ms. */
export async function endsWithin(ending: Promise<unknown>, time: number): Promise<boolean> {
  const over = new AbortController()
  const ended = await Promise.race([
    ending.then(() => true),
    wait(time, over.signal).then(
      () => false,
      () => true,
    ),
  ])
  over.abort()
  return ended
}
