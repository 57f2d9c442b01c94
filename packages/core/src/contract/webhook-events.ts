/** What each kind of webhook event tells besides its `name`. */
export interface WebhookEventFields {
  /** The first subscriber came. */
  readonly channel_occupied: { readonly channel: string }
  /** The last subscriber left. Up to 3 s late: nothing is sent when one is back by then. */
  readonly channel_vacated: { readonly channel: string }
  /** A user who was not there yet joined a presence channel. */
  readonly member_added: { readonly channel: string; readonly user_id: string }
  /** A user left a presence channel. Up to 3 s late: nothing is sent when the user is back by then. */
  readonly member_removed: { readonly channel: string; readonly user_id: string }
  /** A client published a client event. */
  readonly client_event: {
    readonly channel: string
    /** The name of the client event, which starts with `client-`. */
    readonly event: string
    /** What the client sent, as text: JSON unless the client sent text. */
    readonly data: string
    /** The connection that sent it. */
    readonly socket_id: string
    /** Who sent it; on presence channels only. */
    readonly user_id?: string
  }
  /** Somebody subscribed to a cache channel that holds no event. */
  readonly cache_miss: { readonly channel: string }
  /** The number of subscriptions changed. */
  readonly subscription_count: { readonly channel: string; readonly subscription_count: number }
}

/** The `name` of a webhook event. */
export type WebhookEventName = keyof WebhookEventFields

/** The names of all webhook events. */
export const WEBHOOK_EVENT_NAMES: readonly WebhookEventName[] = /* @__PURE__ */ Object.keys({
  channel_occupied: true,
  channel_vacated: true,
  member_added: true,
  member_removed: true,
  client_event: true,
  cache_miss: true,
  subscription_count: true,
} satisfies Record<WebhookEventName, true>) as WebhookEventName[]

/** A webhook event of one kind, or of one of several. */
export type WebhookEventOf<Name extends WebhookEventName> = {
  [Each in Name]: { readonly name: Each } & WebhookEventFields[Each]
}[Name]

// With a plain `string` here, `event.name === 'member_added'` could not tell the seven kinds from this one. A declared
// enum is a type only: it is a string that equals none of the listed names.
declare enum UnlistedName {
  name = '(a name that is not listed here)',
}

/** A kind of event that this version does not know, as it came. Read its `name` as a `string`. */
export interface UnknownWebhookEvent {
  readonly name: UnlistedName
  readonly [field: string]: unknown
}

/** A webhook event: `name` tells which. In a `switch`, a kind that is not listed arrives at `default`. */
export type WebhookEvent = WebhookEventOf<WebhookEventName> | UnknownWebhookEvent

/** The body of a webhook. */
export interface WebhookData {
  /** When it was created, in ms since 1970. A retry has the time of the first attempt. */
  readonly time_ms: number
  /** One event, or several when batch webhooks are switched on for the app. */
  readonly events: readonly WebhookEvent[]
}
