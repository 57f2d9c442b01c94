import type { Happening } from '../feed/happening.ts'

/** Where webhooks of an app go, and which: what the Webhooks page of hosted Pusher's dashboard holds. */
export interface WebhookOptions {
  /** Where they are posted to: an `http:` or `https:` URL without a user name and password. */
  readonly url: string
  /** The kinds of events to send. All unless told. */
  readonly events?: readonly Happening['name'][] | undefined
  /** Whether events that wait together go together, up to 10 in a webhook. Otherwise a webhook has one event. */
  readonly batch?: boolean | undefined
  /** Only events of channels whose names start with it. All channels unless told. */
  readonly channelPrefix?: string | undefined
  /**
   * Seconds to wait before `channel_vacated` and `member_removed`, 0 to 86,400. 3 unless told. Nothing is sent when
   * the channel is occupied again, or the user back, by then: neither the going nor the coming.
   */
  readonly vacatedDelay?: number | undefined
  /** Seconds that an event is tried again for when no 2xx comes, 0 to 86,400. 300 unless told; 0: only one try. */
  readonly retryFor?: number | undefined
}
