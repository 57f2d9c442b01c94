/**
 * What happens in an app that its owner may want to be told of: the seven webhook events, without their envelope.
 * The fields have the names that they have in a webhook.
 *
 * Source: Channels webhooks, "Events".
 */
export type Happening =
  | { readonly name: 'channel_occupied'; readonly channel: string }
  | { readonly name: 'channel_vacated'; readonly channel: string }
  | { readonly name: 'member_added'; readonly channel: string; readonly user_id: string }
  | { readonly name: 'member_removed'; readonly channel: string; readonly user_id: string }
  | {
      readonly name: 'client_event'
      readonly channel: string
      readonly event: string
      readonly data: string
      readonly socket_id: string
      /** Who sent it; on presence channels only. */
      readonly user_id?: string
    }
  | { readonly name: 'cache_miss'; readonly channel: string }
  | { readonly name: 'subscription_count'; readonly channel: string; readonly subscription_count: number }
