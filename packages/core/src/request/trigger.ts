import { isEncryptedChannel } from '../contract/channel-kind.ts'
import { PusherValidationError } from '../error/validation-error.ts'
import { toBatch } from '../validate/batch.ts'
import { toChannels } from '../validate/channel.ts'
import { toData } from '../validate/data.ts'
import { assertEventName } from '../validate/event-name.ts'
import { assertObject, type EventParams, toEventParams } from '../validate/params.ts'
import type { RequestSpec } from './request-spec.ts'

const NO_QUERY: RequestSpec['query'] = new Map()

/** `POST /events`: one event to 1–100 channels. */
export function triggerRequest(
  channels: unknown,
  event: unknown,
  data: unknown,
  params: unknown,
  maxChannelLength: number,
): RequestSpec {
  const names = toChannels(channels, maxChannelLength)
  assertEventName(event)
  names.forEach(refusePlaintext)
  return post('/events', { name: event, data: toData(data), channels: names, ...toParams(params) })
}

/** `POST /batch_events`: 1–10 events, each to a channel of its own. */
export function triggerBatchRequest(batch: unknown, maxChannelLength: number): RequestSpec {
  const events = toBatch(batch, maxChannelLength)
  for (const { channel } of events) refusePlaintext(channel)
  return post('/batch_events', { batch: events })
}

const post = (path: string, body: object): RequestSpec => ({
  method: 'POST',
  path,
  query: NO_QUERY,
  body: JSON.stringify(body),
})

/** The public documentation passes the socket id itself where the libraries take an object. */
function toParams(params: unknown): EventParams {
  if (params === undefined || params === null) return {}
  if (typeof params === 'string') return toEventParams({ socket_id: params }, 'params')
  assertObject(params, ['socket_id', 'info'], 'params')
  return toEventParams(params, 'params')
}

/** What goes to an encrypted channel must be encrypted: sending it in clear would break the promise of its name. */
function refusePlaintext(channel: string): void {
  if (!isEncryptedChannel(channel)) return
  throw new PusherValidationError(
    'ERR_PUSHER_ENCRYPTION_REQUIRED',
    `channel ${JSON.stringify(channel)} is end-to-end encrypted, and this client has no encryption: the event was not sent`,
    { parameter: 'channel', value: channel },
  )
}
