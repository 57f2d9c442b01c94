import { publish } from '../events/publish.ts'
import { isJsonObject } from '../json-object.ts'
import type { AppLimits } from '../options/app-limits.ts'
import { badRequest } from './api-error.ts'
import { attributesOf } from './attributes.ts'
import { readChannelName } from './channel-name.ts'
import type { Endpoint } from './endpoint.ts'
import { type EventFields, readEventFields } from './event-fields.ts'
import { readJsonBody } from './json-body.ts'

interface BatchEvent extends EventFields {
  readonly channel: string
}

function readEvent(fields: unknown, limits: AppLimits): BatchEvent {
  if (!isJsonObject(fields)) throw badRequest('Every event of a batch must be an object')
  if (fields.channels !== undefined)
    throw badRequest('An event of a batch goes to one channel: give channel, not channels')
  return { ...readEventFields(fields, limits), channel: readChannelName(fields.channel, limits) }
}

function readBatch(batch: unknown, limits: AppLimits): readonly BatchEvent[] {
  if (!Array.isArray(batch)) throw badRequest('batch must be a list of events')
  if (batch.length > limits.eventsPerBatch) {
    throw badRequest(`A batch may have ${limits.eventsPerBatch} events, but ${batch.length} were given`)
  }
  return batch.map((fields: unknown) => readEvent(fields, limits))
}

/**
 * `POST /apps/{id}/batch_events`: publishes up to 10 events, all of them or, when one is wrong, none.
 *
 * Source: Channels HTTP API reference, "Post batch of events".
 */
export const postBatchEvents: Endpoint = ({ app, body }) => {
  const batch = readBatch(readJsonBody(body).batch, app.rules.limits)
  for (const { channel, event, data, socketId } of batch) publish(app, { channel, event, data }, socketId)
  if (batch.every(({ info }) => info.length === 0)) return {}
  return { batch: batch.map(({ channel, info }) => attributesOf(app, channel, info)) }
}
