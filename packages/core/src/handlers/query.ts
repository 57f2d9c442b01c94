import type { ChannelQueries } from '../contract/channel-queries.ts'
import { display } from '../error/display.ts'
import { isTimeout, MAX_TIMEOUT } from '../validate/timeout.ts'
import { callHook, createHandler } from './create-handler.ts'
import type { Handler } from './handler.ts'
import type { Awaitable, HandlerOptions } from './handler-options.ts'
import { assertClient, assertOptions, CHECKS } from './options.ts'
import { ask, type QueryResult } from './query/ask.ts'
import type { ChannelQuery } from './query/channel-query.ts'
import { narrow } from './query/narrow.ts'
import { type Narrowing, toNarrowing } from './query/narrowing.ts'
import { createSharedCalls } from './query/shared-calls.ts'
import { show } from './query/show.ts'
import { tagged } from './query/tagged.ts'
import { toChannelQuery } from './query/to-channel-query.ts'
import { refuse } from './refused.ts'

/** Who may ask what. */
export interface QueryHandlerOptions<Context> extends HandlerOptions<Context> {
  /** Decides what this client may know: all of it (`true`), nothing (`false`), or the part that a narrowing names. */
  authorize(query: ChannelQuery, context: Context): Awaitable<boolean | Narrowing>
  /** How long an answer of the Channels server is used again, in ms. 0 unless told: only questions at the same time share one. */
  readonly ttl?: number | undefined
  /** The time in ms, from any origin. `performance.now` unless told. */
  readonly clock?: (() => number) | undefined
}

/**
 * Makes the handler that answers questions about the application's state to those who have no secret, at the paths and
 * with the parameters of the HTTP API: `GET /channels`, `/channels/{name}`, `/channels/{name}/users`, below its mount
 * point. Nobody is answered unless `authorize` says so.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` at once
 */
export function createQueryHandler<Context = unknown>(
  pusher: ChannelQueries,
  options: QueryHandlerOptions<Context>,
): Handler<Context> {
  assertClient(pusher, ['channels', 'channel', 'users'])
  assertOptions(options, {
    authorize: CHECKS.hook,
    ttl: [isTtl, `it is a number of milliseconds from 0 to ${MAX_TIMEOUT}`],
    clock: CHECKS.onError,
    onError: CHECKS.onError,
  })
  const { ttl = 0, clock = () => performance.now() } = options
  const shared = createSharedCalls<QueryResult>(ttl, clock)

  return createHandler(options, 0, async (request, context) => {
    const { method } = request
    if (method !== 'GET' && method !== 'HEAD') {
      const rule = 'but only GET and HEAD are answered'
      refuse('ERR_PUSHER_METHOD', `The method is ${display(method)}, ${rule}`, { allow: 'GET, HEAD' })
    }
    const asked = toChannelQuery(request)
    const narrowing = toNarrowing(await callHook('authorize', () => options.authorize(asked, context)))
    if (narrowing === undefined) refuse('ERR_PUSHER_FORBIDDEN', 'This question is not allowed')
    const { query, shows } = narrow(asked, narrowing)
    // The key is what is really asked: whatever a client may not see of a shared answer is left out for that client.
    const result = query && (await shared(JSON.stringify(query), () => ask(pusher, query)))
    return tagged(request, show(asked, result ?? {}, shows))
  })
}

const isTtl = (ttl: unknown): boolean => ttl === undefined || ttl === 0 || isTimeout(ttl)
