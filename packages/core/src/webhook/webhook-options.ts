import { invalid } from '../validate/invalid.ts'
import type { Decrypt } from './normalize-event.ts'

/** How strictly to check a webhook. */
export interface WebhookOptions {
  /**
   * The age, in s, from which on a webhook is not valid, against replays; as much in the future is not valid either.
   * No limit unless given. A webhook that was not answered with 2xx is sent again for 5 minutes with the time of the
   * first attempt, so a limit of 300 s or less loses late retries.
   */
  readonly maxAge?: number | undefined
}

/** What a webhook needs besides its token and its request. */
export interface WebhookDependencies extends WebhookOptions {
  /** The time, in ms since 1970. */
  readonly now: () => number
  /** Decrypts client events of `private-encrypted-` channels. They stay encrypted without it. */
  readonly decrypt?: Decrypt | undefined
}

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
export function assertMaxAge(maxAge: unknown): asserts maxAge is number | undefined {
  if (maxAge === undefined || (typeof maxAge === 'number' && Number.isFinite(maxAge) && maxAge > 0)) return
  invalid('ERR_PUSHER_INVALID_OPTION', 'maxAge', maxAge, 'it is a number of seconds above 0')
}
