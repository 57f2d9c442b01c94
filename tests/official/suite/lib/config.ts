import type { Pusher, PusherOptions, SignedRequest } from '@pusherkit/core'

/** Makes the client once more, with some options replaced. */
export type Make = (options: Pick<PusherOptions, 'transport'>) => Pusher

/**
 * The official tests look at `pusher.config`, which our client keeps to itself. This is what one of its requests tells
 * about it, so that those tests judge where requests really go. Asking for anything else throws.
 */
export function configOf(make: Make): Readonly<Record<string, unknown>> {
  let request: SignedRequest | undefined
  const pusher = make({
    transport: async (signed) => {
      request = signed
      return { status: 200, headers: {}, body: '{}' }
    },
  })
  void pusher.get({ path: '/' })
  const url = new URL(`${request?.origin}${request?.target}`)
  const config: Record<string, unknown> = {
    scheme: url.protocol.slice(0, -1),
    host: url.hostname,
    port: url.port === '' ? undefined : Number(url.port),
    appId: url.pathname.split('/')[2],
    token: { key: url.searchParams.get('auth_key') },
  }
  return new Proxy(config, {
    get(target, name) {
      if (name in target) return target[String(name)]
      throw new Error(`config.${String(name)} cannot be seen from outside`)
    },
  })
}
