import { createToken, signRequest } from '@pusherkit/core/signing'
import { type ChannelClient, createClient } from '../client.ts'
import { createSend } from '../send.ts'
import { toKy } from '../to-ky.ts'
import { createWorld } from '../world.ts'
import { explainApi } from './explain.ts'
import { toLocation } from './location.ts'
import { assertSignedOptions, type SignedQueryClientOptions } from './signed-options.ts'

/**
 * The client of `createQueryClient`, for a server that holds an app's credentials: it signs its questions and asks the
 * HTTP API itself, with ky. Never in a browser: there this module throws when it is loaded.
 *
 * @throws PusherQueryError `ERR_PUSHER_INVALID_OPTION`, which never shows a value.
 */
export function createSignedQueryClient(options: SignedQueryClientOptions): ChannelClient {
  assertSignedOptions(options)
  const { origin, basePath } = toLocation(options)
  const token = createToken(options)
  const world = createWorld(undefined)
  const send = createSend({
    ky: toKy(options.ky),
    explain: explainApi,
    advice: 'Is this the HTTP API of a Channels server?',
    now: world.now,
    toTarget: ({ path, query }) => {
      const spec = { method: 'GET', path: basePath + path, query, body: undefined } as const
      const { target, headers } = signRequest(spec, token, origin, world.now())
      return { url: origin + target, shown: origin + spec.path, headers: new Headers(headers) }
    },
  })
  return createClient(send, world)
}
