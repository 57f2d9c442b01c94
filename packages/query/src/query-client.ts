import { type ChannelClient, createClient } from './client.ts'
import { explainRoute } from './explain.ts'
import { assertOptions, type QueryClientOptions, toBase, toHeaders } from './query-options.ts'
import { createSend } from './send.ts'
import { toKy } from './to-ky.ts'
import { createWorld } from './world.ts'

/**
 * A client that asks your own server for the state of channels. It is safe in a browser: your server decides who may
 * know what, and the app's secret stays there.
 *
 * ```ts
 * const client = createQueryClient({ baseUrl: '/pusher/query' })
 * const { channels } = await client.channels({ prefix: 'presence-', info: 'user_count' })
 * ```
 *
 * @throws PusherQueryError `ERR_PUSHER_INVALID_OPTION`
 */
export function createQueryClient<Url extends string = string>(
  options: QueryClientOptions<Url>,
): ChannelClient {
  assertOptions(options)
  const base = toBase(options.baseUrl)
  const { headers = {} } = options
  const world = createWorld(options.document)
  const send = createSend({
    ky: toKy(options.ky),
    explain: explainRoute,
    advice: 'Is baseUrl where the query route is mounted?',
    now: world.now,
    toTarget: async ({ path, query }) => ({
      url: base + path + (query.size > 0 ? `?${new URLSearchParams([...query])}` : ''),
      shown: base + path,
      headers: toHeaders(typeof headers === 'function' ? await headers() : headers),
    }),
  })
  return createClient(send, world)
}
