import type { PusherOptions } from '@pusherkit/core'
import type { Options } from 'pusher-js'
import type { DashboardSettings } from './dashboard/settings.ts'

/** What the chat needs to publish, and what its page needs to listen. */
export interface ChatSettings {
  readonly server: PusherOptions
  readonly client: { readonly key: string; readonly options: Options }
  /** 32 bytes as base64, for the vault. A new one with each start unless told. */
  readonly encryptionMasterKey?: string | undefined
  /** Signs the cookies. A new one with each start unless told. */
  readonly sessionSecret?: string | undefined
  /** The dashboard that may watch this app. None unless told. */
  readonly dashboard?: DashboardSettings | undefined
  /** The time, in ms since 1970. */
  readonly now?: (() => number) | undefined
}

const EMULATOR = { appId: 'app-id', key: 'app-key', secret: 'app-secret', host: '127.0.0.1', port: '6001' }

/** The settings for an emulator that runs here. */
export function settingsFor(emulator: {
  serverOptions(): PusherOptions & { readonly key: string }
  clientOptions(): Options
}): ChatSettings {
  const server = emulator.serverOptions()
  return { server, client: { key: server.key, options: emulator.clientOptions() } }
}

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
  return {
    server,
    client: { key: server.key, options: clientOptions(where, useTLS) },
    encryptionMasterKey: env.PUSHER_ENCRYPTION_MASTER_KEY || undefined,
    sessionSecret: env.SESSION_SECRET || undefined,
  }
}

function clientOptions(
  where: { cluster: string } | { host: string; port: string },
  forceTLS: boolean,
): Options {
  // Without this pusher-js would fall back to SockJS, whose scripts come from elsewhere.
  const shared = { forceTLS, enabledTransports: ['ws', 'wss'] } satisfies Partial<Options>
  if ('cluster' in where) return { cluster: where.cluster, ...shared }
  const port = Number(where.port)
  return { cluster: '', wsHost: where.host, wsPort: port, wssPort: port, ...shared }
}
