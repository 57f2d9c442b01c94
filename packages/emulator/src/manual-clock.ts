import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from './clock.ts'
import { quote } from './quote.ts'
import { TimerQueue } from './timer-queue.ts'

/** A clock that stands still until a test moves it on. May be shared by several emulators. */
export interface ManualClock extends Clock {
  /** How many timers are set. */
  readonly pending: number
  /**
   * Goes on by so many milliseconds, and does what is due on the way, in order. Before it starts and after every
   * moment at which something was due it lets the network settle: webhooks under way have their answer, and clients
   * that were pinged have answered. It waits a second of real time for that
   * at most, because some never answer. For anything else use `waitFor`.
   *
   * Calls that overlap run one after the other.
   *
   * @throws {TypeError} When `ms` is no number from 0 up. As a rejection.
   */
  readonly advance: (ms: number) => Promise<void>
}

/** Turns of the event loop that let a frame go to a client in this process and its answer come back, mostly. */
const TURNS = 10
/** How long to wait for traffic, in ms of real time. */
const PATIENCE_MS = 1_000

function assertMilliseconds(ms: number): void {
  if (typeof ms === 'number' && ms >= 0 && Number.isFinite(ms)) return
  throw new TypeError(`advance() takes a number of milliseconds from 0 up, but it was given ${quote(ms)}`)
}

async function takeTurns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await nextTurn()
}

/**
 * Makes a clock that stands still.
 *
 * @param startsAt In ms since 1970.
 * @param schedule Of the machine's own clock, for the network, which stands not still.
 */
export function makeManualClock(startsAt: number, schedule: Clock['schedule']): ManualClock {
  const timers = new TimerQueue(startsAt)
  const traffic = new Set<Promise<unknown>>()
  let last: Promise<void> = Promise.resolve()

  const settle = async (): Promise<void> => {
    await takeTurns()
    if (traffic.size === 0) return
    const { promise: tooLong, resolve } = Promise.withResolvers<void>()
    let isOver = false
    const cancel = schedule(() => {
      isOver = true
      resolve()
    }, PATIENCE_MS)
    // Again and again: the end of one webhook lets the next one go.
    while (traffic.size > 0 && !isOver) await Promise.race([Promise.allSettled(traffic), tooLong])
    cancel()
    await takeTurns()
  }

  const goOn = async (ms: number): Promise<void> => {
    await settle()
    const end = timers.now() + ms
    while (timers.step(end)) await settle()
  }

  return {
    now: timers.now,
    schedule: timers.schedule,
    track: (began) => {
      const ended = (): unknown => traffic.delete(began)
      traffic.add(began)
      began.then(ended, ended)
    },
    get pending() {
      return timers.pending
    },
    advance: async (ms) => {
      assertMilliseconds(ms)
      const turn = last.then(() => goOn(ms))
      last = turn.catch(() => {})
      await turn
    },
  }
}
