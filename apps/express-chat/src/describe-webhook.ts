import type { WebhookEvent } from '@pusherkit/core'

/** What happened, in a few words. What people typed is not in it. */
export function describeWebhook(event: WebhookEvent, nameOf: (userId: string) => string): string {
  switch (event.name) {
    case 'channel_occupied':
      return `The first subscriber came to ${event.channel}`
    case 'channel_vacated':
      return `The last subscriber left ${event.channel}`
    case 'member_added':
      return `${nameOf(event.user_id)} joined ${event.channel}`
    case 'member_removed':
      return `${nameOf(event.user_id)} left ${event.channel}`
    case 'client_event':
      return `${event.user_id === undefined ? 'Somebody' : nameOf(event.user_id)} sent ${event.event} to ${event.channel}`
    case 'cache_miss':
      return `${event.channel} has nothing to show to newcomers yet`
    case 'subscription_count':
      return `Subscriptions to ${event.channel}: ${event.subscription_count}`
    default:
      return 'Something that this version does not know'
  }
}
