import { LIMITS } from '../contract/limits.ts'
import { assertChannel } from './channel.ts'
import { toData } from './data.ts'
import { assertEventName } from './event-name.ts'
import { invalid } from './invalid.ts'
import { assertObject, type EventParams, toEventParams } from './params.ts'

const CODE = 'ERR_PUSHER_INVALID_BATCH'
const EVENT_KEYS = ['channel', 'name', 'data', 'socket_id', 'info']

/** One event of a batch as it travels. */
export interface WireEvent extends EventParams {
  readonly channel: string
  readonly name: string
  readonly data: string
}

/**
 * Makes the events of a batch from what the caller gave, whose objects are not touched.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_BATCH`, or the code of the first wrong event
 */
export function toBatch(batch: unknown, maxChannelLength: number): WireEvent[] {
  if (!Array.isArray(batch)) invalid(CODE, 'batch', batch, 'it is an array of events')
  if (batch.length === 0) invalid(CODE, 'batch', batch, 'a batch needs at least one event', 1)
  const limit = LIMITS.eventsPerBatch
  if (batch.length > limit) {
    invalid(CODE, 'batch', batch, `a batch has at most ${limit} events: split it into several`, limit)
  }
  return batch.map((event: unknown, index) => toWireEvent(event, maxChannelLength, `batch[${index}]`))
}

function toWireEvent(event: unknown, maxChannelLength: number, parameter: string): WireEvent {
  if (typeof event === 'object' && event !== null && 'channels' in event) {
    invalid(
      CODE,
      `${parameter}.channels`,
      event.channels,
      'an event of a batch goes to one channel: use `channel`',
    )
  }
  assertObject(event, EVENT_KEYS, parameter)
  const { channel, name } = event
  assertChannel(channel, maxChannelLength, `${parameter}.channel`)
  assertEventName(name, `${parameter}.name`)
  const data = toData(event.data, `${parameter}.data`)
  return { channel, name, data, ...toEventParams(event, parameter) }
}
