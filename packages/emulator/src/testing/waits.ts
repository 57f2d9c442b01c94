import type { Clock } from '../clock.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { describeTimeout, describeWait } from './describe-wait.ts'
import { type Match, matches } from './match.ts'
import { type Recorded, toRecorded } from './recorded.ts'
import { type Awaitable, WAIT_KINDS, type WaitKind } from './wait-kinds.ts'
import { readWait, type WaitOptions } from './wait-options.ts'

/**
 * Waits until something has happened, and gives its entry in the journal: the first that matches.
 *
 * @param kind What to wait for.
 * @param match Some of the entry's fields, each a value, a RegExp or a function; or a function of the entry. Any entry
 *   of the kind unless told.
 * @throws {TypeError} When an argument is wrong. As a rejection, like the others.
 * @throws {Error} When it did not happen in time, listing what did, and when the emulator is closed or reset.
 */
export type WaitFor = <Kind extends WaitKind>(
  kind: Kind,
  match?: Match<Awaitable[Kind]> | ((entry: Awaitable[Kind]) => boolean),
  options?: WaitOptions,
) => Promise<Awaitable[Kind]>

/** The tests that wait for something. */
export interface Waits {
  readonly waitFor: WaitFor
  /** Rejects whatever waits. */
  readonly abandon: (why: string) => void
  /** Rejects it, and all that would have to wait from now on. */
  readonly close: (why: string) => void
}

/**
 * Makes waits on a journal.
 *
 * @param schedule For time-outs, in real time.
 */
export function createWaits(journal: Journal, schedule: Clock['schedule']): Waits {
  const pending = new Set<(why: string) => void>()
  let over: string | undefined

  const abandon = (why: string): void => {
    for (const giveUp of [...pending]) giveUp(why)
  }

  const wait = async (kind: WaitKind, match: unknown, options: WaitOptions): Promise<Recorded> => {
    const { timeout, after, signal } = readWait(kind, options)
    signal?.throwIfAborted()
    const since = after === 'now' ? (journal.entries.at(-1)?.seq ?? 0) : after
    const what = describeWait(kind, match)
    const isKind = WAIT_KINDS[kind]
    const accepts = (entry: JournalEntry): boolean =>
      entry.seq > since && isKind(entry) && (match === undefined || matches(toRecorded(entry), match))

    const past = journal.entries.find(accepts)
    if (past) return toRecorded(past)
    if (over !== undefined) throw new Error(`${over}, and there was no ${what}`)

    const { promise, resolve, reject } = Promise.withResolvers<Recorded>()
    const unsubscribe = journal.subscribe((entry) => {
      try {
        if (accepts(entry)) resolve(toRecorded(entry))
      } catch (error) {
        // A function of the test's own.
        reject(error)
      }
    })
    const expire = (): void =>
      reject(new Error(describeTimeout(what, timeout, journal.entries.filter(isKind))))
    const cancel = schedule(expire, timeout)
    const giveUp = (why: string): void => reject(new Error(`${why} while a test waited for ${what}`))
    const abort = (): void => reject(signal?.reason)
    pending.add(giveUp)
    signal?.addEventListener('abort', abort)
    try {
      return await promise
    } finally {
      unsubscribe()
      cancel()
      pending.delete(giveUp)
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    // The kind decides which entry it is; the table of kinds and the interface say the same.
    waitFor: ((kind: WaitKind, match?: unknown, options: WaitOptions = {}) =>
      wait(kind, match, options)) as WaitFor,
    abandon,
    close: (why) => {
      over = why
      abandon(why)
    },
  }
}
