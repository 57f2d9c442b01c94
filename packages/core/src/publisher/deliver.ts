import { isJsonObject } from '../encoding/json-object.ts'
import { PusherRequestError } from '../error/request-error.ts'
import { postText, type RequestSpec } from '../request/request-spec.ts'
import type { PusherResponse } from '../response/pusher-response.ts'
import type { TriggerBatchResult, TriggerResult } from '../response/results.ts'
import type { QueuedEvent } from './queued-event.ts'

/** Sends a request, retries included. */
export type SendBatch = (spec: RequestSpec) => Promise<PusherResponse>

/** Something is wrong with what was sent, which may be a single event, or the size of all. 422 is Reverb's. */
const REFUSALS: readonly (number | undefined)[] = [400, 413, 422]
const NOTHING: TriggerResult = Object.freeze({})

/**
 * Sends events with one request and settles each of them; it never rejects. A server refuses a batch as a whole for one
 * bad event, and then has published none of it: so a refused batch is sent again in halves, one after the other to keep
 * the order, until the bad event is alone with the error.
 */
export async function deliver(events: readonly QueuedEvent[], send: SendBatch): Promise<void> {
  try {
    await settle(events, await send(toRequest(events)))
  } catch (error) {
    if (events.length === 1 || !isRefusal(error)) {
      for (const event of events) event.fail(error)
      return
    }
    const half = Math.ceil(events.length / 2)
    await deliver(events.slice(0, half), send)
    await deliver(events.slice(half), send)
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof PusherRequestError && REFUSALS.includes(error.status)

function toRequest(events: readonly QueuedEvent[]): RequestSpec {
  const texts = events.map(({ text = '' }) => text).join(',')
  return events.length === 1 ? postText('/events', texts) : postText('/batch_events', `{"batch":[${texts}]}`)
}

/**
 * Accepts the events. The answer is read only when one of them asked something: for the others, an answer that cannot
 * be read is still an acceptance.
 *
 * @throws PusherRequestError (as a rejection) `ERR_PUSHER_RESPONSE` for the events that asked
 */
async function settle(events: readonly QueuedEvent[], response: PusherResponse<unknown>): Promise<void> {
  for (const event of events) if (!event.asksInfo) event.accept(NOTHING)
  if (events.every(({ isSettled }) => isSettled)) return
  const answer = await response.json()
  for (const [index, event] of events.entries()) event.accept(toResult(event, index, answer))
}

/** What an answer tells of one event, always as `trigger` tells it: by channel. Some servers tell nothing. */
function toResult({ target }: QueuedEvent, index: number, answer: unknown): TriggerResult {
  if (!isJsonObject(answer)) return NOTHING
  const { channels, batch } = answer as TriggerResult & TriggerBatchResult
  if (isJsonObject(channels)) return { channels }
  const attributes = Array.isArray(batch) ? batch[index] : undefined
  return isJsonObject(attributes) && typeof target === 'string'
    ? { channels: { [target]: attributes } }
    : NOTHING
}
