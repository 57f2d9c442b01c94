import type { EventDefinitions } from './event-definitions.ts'

/**
 * Checks the data of a `trigger` and gives what to send. What is no channel and no event name at all is left to the
 * request builder, which refuses it.
 *
 * @throws PusherValidationError (as a rejection) `ERR_PUSHER_INVALID_CHANNEL`, `ERR_PUSHER_INVALID_EVENT_NAME`,
 *   `ERR_PUSHER_INVALID_DATA`
 */
export async function validateTrigger(
  definitions: Pick<EventDefinitions, 'validate'>,
  channels: unknown,
  event: unknown,
  data: unknown,
): Promise<unknown> {
  if (typeof event !== 'string' || !isChannels(channels)) return data
  return definitions.validate(channels, event, data)
}

/**
 * Checks the data of every event of a batch, in order, and gives the batch to send. The caller's objects are not
 * touched; malformed events are left to the request builder, which refuses them.
 *
 * @throws PusherValidationError (as a rejection), as {@link validateTrigger}
 */
export async function validateBatch(
  definitions: Pick<EventDefinitions, 'validate'>,
  batch: unknown,
): Promise<unknown> {
  if (!Array.isArray(batch)) return batch
  const checked: unknown[] = []
  for (const [index, event] of batch.entries()) checked.push(await validateEvent(definitions, event, index))
  return checked
}

async function validateEvent(
  definitions: Pick<EventDefinitions, 'validate'>,
  event: unknown,
  index: number,
): Promise<unknown> {
  if (typeof event !== 'object' || event === null) return event
  const { channel, name, data } = event as Readonly<Record<string, unknown>>
  if (typeof channel !== 'string' || typeof name !== 'string') return event
  const at = `batch[${index}]`
  const parameters = { channel: `${at}.channel`, event: `${at}.name`, data: `${at}.data` }
  return { ...event, data: await definitions.validate(channel, name, data, parameters) }
}

const isChannels = (value: unknown): value is string | readonly string[] =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string'))
