import type { Rules } from '../config/rules.ts'
import { LIMITS } from '../contract/limits.ts'
import { assertChannel } from '../validate/channel.ts'
import { assertEventName } from '../validate/event-name.ts'
import { invalid } from '../validate/invalid.ts'
import { assertObject, type EventParams, toEventParams } from '../validate/params.ts'
import { eventData } from './event-data.ts'
import { post, type RequestSpec } from './request-spec.ts'

const CODE = 'ERR_PUSHER_INVALID_BATCH'
const EVENT_KEYS = ['channel', 'name', 'data', 'socket_id', 'info']

/** One event of a batch as it travels. */
interface WireEvent extends EventParams {
  readonly channel: string
  readonly name: string
  readonly data: string
}

/** `POST /batch_events`: 1–10 events, each to a channel of its own. */
export function batchRequest(batch: unknown, rules: Rules): RequestSpec {
  if (!Array.isArray(batch)) invalid(CODE, 'batch', batch, 'it is an array of events')
  if (batch.length === 0) invalid(CODE, 'batch', batch, 'a batch needs at least one event', 1)
  const limit = LIMITS.eventsPerBatch
  if (batch.length > limit) {
    invalid(CODE, 'batch', batch, `a batch has at most ${limit} events: split it into several`, limit)
  }
  return post('/batch_events', {
    batch: batch.map((event: unknown, index) => toWireEvent(event, rules, `batch[${index}]`)),
  })
}

function toWireEvent(event: unknown, rules: Rules, parameter: string): WireEvent {
  if (typeof event === 'object' && event !== null && 'channels' in event) {
    const rule = 'an event of a batch goes to one channel: use `channel`'
    invalid(CODE, `${parameter}.channels`, event.channels, rule)
  }
  assertObject(event, EVENT_KEYS, parameter)
  const { channel, name } = event
  assertChannel(channel, rules.maxChannelLength, `${parameter}.channel`)
  assertEventName(name, `${parameter}.name`)
  const data = eventData(channel, event.data, rules, `${parameter}.data`)
  return { channel, name, data, ...toEventParams(event, parameter) }
}
