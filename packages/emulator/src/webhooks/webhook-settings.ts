import { WEBHOOK_EVENT_NAMES } from '@pusherkit/core/contract'
import type { Happening } from '../feed/happening.ts'
import { isJsonObject } from '../json-object.ts'
import { readFlag, refuseUnknown } from '../options/values.ts'
import { quote } from '../quote.ts'
import type { WebhookOptions } from './webhook-options.ts'
import { readUrl } from './webhook-url.ts'

/** The options of one webhook after checking, with every default filled in. */
export interface WebhookSettings {
  readonly url: string
  /** All when undefined. */
  readonly events: readonly Happening['name'][] | undefined
  readonly batch: boolean
  readonly channelPrefix: string | undefined
  /** Seconds. */
  readonly vacatedDelay: number
  /** Seconds. */
  readonly retryFor: number
}

const DEFAULTS: Required<Omit<WebhookOptions, 'url'>> = {
  events: undefined,
  batch: false,
  channelPrefix: undefined,
  // Hosted Pusher's: "up to 3 seconds" and "5 minutes". Source: Channels webhooks.
  vacatedDelay: 3,
  retryFor: 300,
}
const FIELDS: readonly string[] = ['url', ...Object.keys(DEFAULTS)]

/** A day: Node's timers fire at once when told to wait for more than 2^31 ms. */
const LONGEST = 86_400

function readEvents(events: unknown, place: string): WebhookSettings['events'] {
  if (events === undefined) return undefined
  if (!Array.isArray(events) || events.length === 0) {
    throw new TypeError(`Option ${place} must be a list of at least one kind of event; leave it out for all`)
  }
  return events.map((event: unknown, index) => {
    const name = WEBHOOK_EVENT_NAMES.find((known) => known === event)
    if (name !== undefined) return name
    throw new TypeError(
      `Option ${place}[${index}] must be one of ${WEBHOOK_EVENT_NAMES.join(', ')}, but it is ${quote(event)}`,
    )
  })
}

function readPrefix(prefix: unknown, place: string): string | undefined {
  if (prefix === undefined || (typeof prefix === 'string' && prefix !== '')) return prefix
  throw new TypeError(`Option ${place} must be a non-empty string, but it is ${quote(prefix)}`)
}

function readSeconds(seconds: unknown, place: string): number {
  if (typeof seconds === 'number' && seconds >= 0 && seconds <= LONGEST) return seconds
  throw new TypeError(
    `Option ${place} must be a number of seconds from 0 to ${LONGEST}, but it is ${quote(seconds)}`,
  )
}

function readWebhook(webhook: unknown, place: string): WebhookSettings {
  if (!isJsonObject(webhook)) throw new TypeError(`Option ${place} must be an object { url }`)
  refuseUnknown(webhook, FIELDS, place, 'a webhook has')
  return {
    url: readUrl(webhook.url, `${place}.url`),
    events: readEvents(webhook.events, `${place}.events`),
    batch: readFlag(webhook.batch ?? DEFAULTS.batch, `${place}.batch`),
    channelPrefix: readPrefix(webhook.channelPrefix, `${place}.channelPrefix`),
    vacatedDelay: readSeconds(webhook.vacatedDelay ?? DEFAULTS.vacatedDelay, `${place}.vacatedDelay`),
    retryFor: readSeconds(webhook.retryFor ?? DEFAULTS.retryFor, `${place}.retryFor`),
  }
}

/**
 * Checks the webhooks of an app and fills in the defaults. Undefined is none.
 *
 * @param place What the option is called, e.g. `apps[0].webhooks`.
 * @throws {TypeError} Names the option that is wrong. Never shows a URL, whose query may hold a secret.
 */
export function readWebhooks(value: unknown, place: string): readonly WebhookSettings[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new TypeError(`Option ${place} must be a list of webhooks { url }`)
  return value.map((webhook: unknown, index) => readWebhook(webhook, `${place}[${index}]`))
}
