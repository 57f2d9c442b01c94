import { atEndOfTurn } from '../at-end-of-turn.ts'

let ending: Promise<void> | undefined

/**
 * Resolves when this turn of the event loop is done, for all who ask in it.
 *
 * Requests that are sent together cost far less than one by one: this process and the network are woken once for all of
 * them, and what runs for each of them stays in the processor's caches.
 */
export function endOfTurn(): Promise<void> {
  ending ??= new Promise((resolve) => {
    atEndOfTurn(() => {
      ending = undefined
      resolve()
    })
  })
  return ending
}
