import type { Happening } from '../feed/happening.ts'

/** What became of one try to deliver a webhook. */
export interface WebhookDelivery {
  /** Where it went, without the query. */
  readonly url: string
  /** What it told: one event, or with `batch` up to 10. */
  readonly events: readonly Happening[]
  /** Which try it was, from 1. */
  readonly attempt: number
  /** Whether it has arrived: the status is a 2xx. */
  readonly delivered: boolean
  /** The status of the answer; undefined when none came. */
  readonly status: number | undefined
  /** Why no answer came: a code such as `ECONNREFUSED`, or a sentence. Undefined when one came. */
  readonly error: string | undefined
  /** Milliseconds until the next try. Undefined when it has arrived, and when it is given up. */
  readonly willRetryIn: number | undefined
}
