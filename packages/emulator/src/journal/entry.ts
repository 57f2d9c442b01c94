import type { WebhookDelivery } from '../webhooks/delivery.ts'

/** What every entry of the journal says of itself. */
export interface Stamp {
  /** 1, 2, 3, …: the order in which things happened in this emulator, across its apps. */
  readonly seq: number
  /** Milliseconds since 1970, by the emulator's clock. */
  readonly at: number
  /** The app's id. */
  readonly appId: string
}

/** A request to the HTTP API, once it was answered. Holds no signature. */
export interface RequestEntry extends Stamp {
  readonly kind: 'request'
  readonly method: string
  /** Without query, e.g. `/apps/1/events`. */
  readonly path: string
  /** Without the authentication parameters. */
  readonly query: Readonly<Record<string, string>>
  /** As it came; cut after 64 KiB. */
  readonly body: string
  readonly status: number
  /** The answer's body. */
  readonly answer: string
}

/** A client that connected, or was refused, or left. */
export interface ConnectionEntry extends Stamp {
  readonly kind: 'connection'
  readonly state: 'opened' | 'closed'
  readonly socketId: string
  /** The close code, when it closed. */
  readonly code?: number
  /** Why, in words, when the emulator closed it. */
  readonly reason?: string
}

/** A connection that signed in. */
export interface SignInEntry extends Stamp {
  readonly kind: 'signin'
  readonly socketId: string
  readonly userId: string
}

/** A connection that entered a channel or left it. */
export interface SubscriptionEntry extends Stamp {
  readonly kind: 'subscription'
  readonly state: 'subscribed' | 'unsubscribed'
  readonly channel: string
  readonly socketId: string
  /** On presence channels only. */
  readonly userId?: string
}

/** An event that was published by the HTTP API, once for each of its channels. */
export interface EventEntry extends Stamp {
  readonly kind: 'event'
  readonly channel: string
  readonly event: string
  /** As it was published: text, mostly JSON. */
  readonly data: string
  /** The connection that was left out, if one was. */
  readonly excluded?: string
  /** To how many connections it went. */
  readonly recipients: number
}

/** An event that a client published. */
export interface ClientEventEntry extends Stamp {
  readonly kind: 'client_event'
  readonly channel: string
  readonly event: string
  readonly data: string
  readonly socketId: string
  /** On presence channels only. */
  readonly userId?: string
}

/** An attempt to deliver a webhook, with its outcome. */
export interface WebhookEntry extends Stamp {
  readonly kind: 'webhook'
  readonly delivery: WebhookDelivery
}

/** What a client was told was wrong: `pusher:error` and `pusher:subscription_error`. */
export interface ErrorEntry extends Stamp {
  readonly kind: 'error'
  readonly socketId: string
  readonly message: string
  readonly code?: number
  readonly channel?: string
}

export type JournalEntry =
  | RequestEntry
  | ConnectionEntry
  | SignInEntry
  | SubscriptionEntry
  | EventEntry
  | ClientEventEntry
  | WebhookEntry
  | ErrorEntry

export type JournalKind = JournalEntry['kind']
