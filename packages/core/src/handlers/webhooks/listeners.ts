import {
  WEBHOOK_EVENT_NAMES,
  type WebhookEvent,
  type WebhookEventName,
  type WebhookEventOf,
} from '../../contract/webhook-events.ts'
import { display } from '../../error/display.ts'
import { invalidOption } from '../../validate/options.ts'
import { PusherHandlerError } from '../handler-error.ts'

/** What to do with each kind of webhook event. */
export type WebhookListeners<Context> = {
  readonly [Name in WebhookEventName]?:
    | ((event: WebhookEventOf<Name>, context: Context) => unknown)
    | undefined
} & {
  /** Gets every event that has no listener of its own, kinds that this version does not know included. */
  readonly '*'?: ((event: WebhookEvent, context: Context) => unknown) | undefined
}

type AnyListeners = Readonly<Record<string, ((event: WebhookEvent, context: unknown) => unknown) | undefined>>

const isKnown = (name: string): boolean => WEBHOOK_EVENT_NAMES.some((known) => known === name)

/** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
export function assertListeners(on: unknown): void {
  const names = [...WEBHOOK_EVENT_NAMES, '*'].join(', ')
  if (typeof on !== 'object' || on === null) {
    invalidOption('on', `is ${display(on)}, but it is an object of listeners: ${names}`, { value: on })
  }
  for (const [name, listener] of Object.entries(on)) {
    if (!isKnown(name) && name !== '*') {
      invalidOption(`on.${name}`, `does not exist: the events are ${names} (all others)`, { value: name })
    }
    if (listener !== undefined && typeof listener !== 'function') {
      invalidOption(`on.${name}`, `is ${display(listener)}, but it is a function`, { value: listener })
    }
  }
}

/**
 * Tells the listeners of each event in turn. One that throws keeps nobody else from hearing: the server may give up
 * before the cause is mended, and what comes after would be lost with it.
 *
 * @throws PusherHandlerError `ERR_PUSHER_HOOK`, with what the listener threw as its cause; an AggregateError of several
 */
export async function tellListeners<Context>(
  on: WebhookListeners<Context>,
  events: readonly WebhookEvent[],
  context: Context,
): Promise<void> {
  const listeners = on as AnyListeners
  const thrown: unknown[] = []
  const failed = new Set<string>()
  for (const event of events) {
    const name = isKnown(event.name) && listeners[event.name] ? event.name : '*'
    try {
      await listeners[name]?.(event, context)
    } catch (cause) {
      thrown.push(cause)
      failed.add(name)
    }
  }
  if (thrown.length === 0) return
  const cause = thrown.length === 1 ? thrown[0] : new AggregateError(thrown)
  const names = [...failed].map((name) => `on[${JSON.stringify(name)}]`).join(', ')
  throw new PusherHandlerError('ERR_PUSHER_HOOK', `${names} threw: the cause tells what`, { cause })
}
