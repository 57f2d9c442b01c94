import type { PusherOptions } from '@pusherkit/core'

/** What the chat needs to publish, and what its page needs to listen. */
export interface ChatSettings {
  readonly server: PusherOptions
  readonly client: { readonly key: string; readonly options: object }
}

const EMULATOR = { appId: 'app-id', key: 'app-key', secret: 'app-secret', host: '127.0.0.1', port: '6001' }

/**
 * Reads the usual `PUSHER_…` variables. Without them the chat talks to `pusherkit-emulator` with its default app on
 * its default port.
 */
export function settingsFromEnvironment(env: NodeJS.ProcessEnv): ChatSettings {
  const { PUSHER_APP_CLUSTER: cluster, PUSHER_HOST: host } = env
  const onEmulator = !cluster && !host
  const useTLS = onEmulator ? false : env.PUSHER_SCHEME !== 'http'
  const where = cluster
    ? { cluster }
    : {
        host: host || EMULATOR.host,
        port: env.PUSHER_PORT || (onEmulator ? EMULATOR.port : useTLS ? '443' : '80'),
      }
  const server = {
    appId: env.PUSHER_APP_ID ?? EMULATOR.appId,
    key: env.PUSHER_APP_KEY ?? EMULATOR.key,
    secret: env.PUSHER_APP_SECRET ?? EMULATOR.secret,
    useTLS,
    ...where,
  }
  return { server, client: { key: server.key, options: clientOptions(where, useTLS) } }
}

function clientOptions(
  where: { cluster: string } | { host: string; port: string },
  forceTLS: boolean,
): object {
  if ('cluster' in where) return { cluster: where.cluster, forceTLS }
  const port = Number(where.port)
  return {
    cluster: '',
    wsHost: where.host,
    wsPort: port,
    wssPort: port,
    forceTLS,
    enabledTransports: ['ws', 'wss'],
  }
}
