import type { Rules } from '../config/rules.ts'
import { isEncryptedChannel, userChannel } from '../contract/channel-kind.ts'
import { toChannels } from '../validate/channel.ts'
import { assertEventName } from '../validate/event-name.ts'
import { invalid } from '../validate/invalid.ts'
import { assertObject, type EventParams, toEventParams } from '../validate/params.ts'
import { assertUserId } from '../validate/user-id.ts'
import { eventData } from './event-data.ts'
import { post, type RequestSpec } from './request-spec.ts'

/** One event as it travels. */
export interface TriggeredEvent extends EventParams {
  readonly name: string
  readonly data: string
  readonly channels: readonly string[]
}

/** `POST /events`: one event to 1–100 channels. */
export const triggerRequest = (
  channels: unknown,
  event: unknown,
  data: unknown,
  params: unknown,
  rules: Rules,
): RequestSpec => post('/events', toEvent(channels, event, data, params, rules))

/** Checks the arguments of a trigger, and encodes or encrypts its data. */
export function toEvent(
  channels: unknown,
  event: unknown,
  data: unknown,
  params: unknown,
  rules: Rules,
): TriggeredEvent {
  const names = toChannels(channels, rules.maxChannelLength)
  const encrypted = names.length > 1 ? names.find(isEncryptedChannel) : undefined
  if (encrypted !== undefined) {
    const rule = 'an event for an encrypted channel is encrypted for it alone: trigger it by itself'
    invalid('ERR_PUSHER_INVALID_CHANNEL', 'channels', encrypted, rule)
  }
  assertEventName(event)
  return {
    name: event,
    data: eventData(names[0] ?? '', data, rules),
    channels: names,
    ...toParams(params),
  }
}

/** `POST /events` to the internal channel that reaches every connection a user is signed in on. */
export function userEventRequest(userId: unknown, event: unknown, data: unknown, rules: Rules): RequestSpec {
  assertUserId(userId, 'userId')
  assertEventName(event)
  const channel = userChannel(userId)
  return post('/events', { name: event, data: eventData(channel, data, rules), channels: [channel] })
}

/** The public documentation passes the socket id itself where the libraries take an object. */
function toParams(params: unknown): EventParams {
  if (params === undefined || params === null) return {}
  if (typeof params === 'string') return toEventParams({ socket_id: params }, 'params')
  assertObject(params, ['socket_id', 'info'], 'params')
  return toEventParams(params, 'params')
}
