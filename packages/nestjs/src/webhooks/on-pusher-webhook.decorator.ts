import type { WebhookEvent, WebhookEventName, WebhookEventOf } from '@pusherkit/core'

/** What a listener's method gets for an event's name. `*` stands for the events that have no listener of their own. */
export type WebhookEventFor<Name extends WebhookEventName | '*'> = Name extends WebhookEventName
  ? WebhookEventOf<Name>
  : WebhookEvent

/** Which client's webhooks to listen to. */
export interface OnPusherWebhookOptions {
  /** The `name` of the client's module. The default client unless told. */
  readonly client?: string | undefined
}

/** What `@OnPusherWebhook` says of a method. */
export interface WebhookSubscription extends OnPusherWebhookOptions {
  readonly name: WebhookEventName | '*'
}

const SUBSCRIPTIONS = 'pusherkit:webhook-subscriptions'

/** Where Nest finds which arguments of a method pass through pipes. */
export const LISTENER_ARGUMENTS = 'pusherkit:webhook-arguments'

/**
 * Calls a provider's method for each webhook event of this name. Several methods may listen to one event, and one method
 * to several events. The answer to the webhook waits for what the method returns. When it throws, the answer is 500 and
 * the server sends the webhook again, so a method may get an event more than once.
 *
 * Guards, pipes and interceptors apply; `context.getType()` is then `'pusher-webhook'`, and the arguments are the event and
 * the `ExecutionContext` of the HTTP request.
 *
 * ```ts
 * @OnPusherWebhook('member_added')
 * async welcome({ channel, user_id }: WebhookEventOf<'member_added'>) {}
 * ```
 */
export const OnPusherWebhook =
  <Name extends WebhookEventName | '*'>(name: Name, { client }: OnPusherWebhookOptions = {}) =>
  <Method extends (event: WebhookEventFor<Name>) => unknown>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const method = descriptor.value as object & Method
    const subscription: WebhookSubscription = { name, client }
    Reflect.defineMetadata(SUBSCRIPTIONS, [...subscriptionsOf(method), subscription], method)
    Reflect.defineMetadata(LISTENER_ARGUMENTS, EVENT_ARGUMENT, target.constructor, key)
  }

/** What the decorators say of a method. */
export const subscriptionsOf = (method: unknown): readonly WebhookSubscription[] =>
  typeof method === 'function' ? (Reflect.getMetadata(SUBSCRIPTIONS, method) ?? []) : []

// 3 is Nest's number for a body: what pipes, such as the ValidationPipe, care about.
const EVENT_ARGUMENT = { '3:0': { index: 0, data: undefined, pipes: [] } }
