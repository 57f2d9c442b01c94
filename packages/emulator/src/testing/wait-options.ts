import { readFields } from '../options/values.ts'
import { quote } from '../quote.ts'
import { WAIT_KINDS, type WaitKind } from './wait-kinds.ts'

/** How to wait. */
export interface WaitOptions {
  /** Milliseconds of real time, also with a clock of your own. 5,000 unless told; 0 to 86,400,000. */
  readonly timeout?: number | undefined
  /**
   * Only what happens after this: the `seq` of an entry, or `now`. Unless told, everything counts since the start or
   * the last `reset()`, so that a test cannot come too late.
   */
  readonly after?: number | 'now' | undefined
  /** Ends the waiting; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** The options after checking. */
export interface WaitPlan {
  readonly timeout: number
  readonly after: number | 'now'
  readonly signal: AbortSignal | undefined
}

const LONGEST_MS = 86_400_000

/**
 * Checks what is waited for and how.
 *
 * @throws {TypeError} Names what is wrong.
 */
export function readWait(kind: WaitKind, options: WaitOptions): WaitPlan {
  if (!Object.hasOwn(WAIT_KINDS, kind)) {
    throw new TypeError(
      `waitFor() waits for one of ${Object.keys(WAIT_KINDS).join(', ')}, but it was asked for ${quote(kind)}`,
    )
  }
  readFields(options, 'waitFor', ['timeout', 'after', 'signal'])
  const { timeout = 5_000, after = 0, signal } = options
  if (typeof timeout !== 'number' || !(timeout >= 0 && timeout <= LONGEST_MS)) {
    throw new TypeError(
      `Option waitFor.timeout must be milliseconds from 0 to ${LONGEST_MS}, but it is ${quote(timeout)}`,
    )
  }
  if (after !== 'now' && !(typeof after === 'number' && after >= 0)) {
    throw new TypeError(
      `Option waitFor.after must be the seq of an entry, or 'now', but it is ${quote(after)}`,
    )
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new TypeError(`Option waitFor.signal must be an AbortSignal, but it is ${quote(signal)}`)
  }
  return { timeout, after, signal }
}
