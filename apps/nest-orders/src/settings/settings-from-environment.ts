import type { Options } from 'pusher-js'
import { z } from 'zod'
import type { Settings } from './settings.ts'
import { newKey } from './settings-for.ts'

const Port = z.coerce.number().int().min(0).max(65_535)

/** An empty variable is as good as none. */
const Environment = z.preprocess(
  (env) => Object.fromEntries(Object.entries(env as object).filter(([, value]) => value !== '')),
  z.object({
    PUSHER_APP_ID: z.string().default('app-id'),
    PUSHER_APP_KEY: z.string().default('app-key'),
    PUSHER_APP_SECRET: z.string().default('app-secret'),
    PUSHER_APP_CLUSTER: z.string().optional(),
    PUSHER_HOST: z.string().optional(),
    PUSHER_PORT: Port.optional(),
    PUSHER_SCHEME: z.enum(['http', 'https']).optional(),
    PUSHER_ENCRYPTION_MASTER_KEY: z.string().optional(),
    SESSION_SECRET: z.string().optional(),
    PORT: Port.default(3001),
  }),
)

type Environment = z.infer<typeof Environment>

/**
 * Reads the usual `PUSHER_…` variables, and `PORT`. Without them the application talks to `pusherkit-emulator` with its
 * default app on its default port.
 *
 * @throws Error that names the variables that are wrong, without their values
 */
export function settingsFromEnvironment(env: NodeJS.ProcessEnv): Settings & { readonly port: number } {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) throw new Error(`The environment is wrong.\n${z.prettifyError(parsed.error)}`)
  const { data } = parsed
  const onEmulator = !data.PUSHER_APP_CLUSTER && !data.PUSHER_HOST
  const useTLS = (data.PUSHER_SCHEME ?? (onEmulator ? 'http' : 'https')) === 'https'
  const host = data.PUSHER_HOST ?? '127.0.0.1'
  const port = data.PUSHER_PORT ?? (onEmulator ? 6001 : useTLS ? 443 : 80)
  const where = data.PUSHER_APP_CLUSTER ? { cluster: data.PUSHER_APP_CLUSTER } : { host, port }
  return {
    server: {
      appId: data.PUSHER_APP_ID,
      key: data.PUSHER_APP_KEY,
      secret: data.PUSHER_APP_SECRET,
      useTLS,
      ...where,
    },
    client: { key: data.PUSHER_APP_KEY, options: clientOptions(data, host, port, useTLS) },
    encryptionMasterKey: data.PUSHER_ENCRYPTION_MASTER_KEY ?? newKey(),
    sessionSecret: data.SESSION_SECRET ?? newKey(),
    now: Date.now,
    port: data.PORT,
  }
}

function clientOptions(
  { PUSHER_APP_CLUSTER: cluster }: Environment,
  wsHost: string,
  port: number,
  forceTLS: boolean,
): Options {
  // Without this pusher-js would fall back to SockJS, whose scripts come from elsewhere.
  const shared = { forceTLS, enabledTransports: ['ws', 'wss'] } satisfies Partial<Options>
  return cluster ? { cluster, ...shared } : { cluster: '', wsHost, wsPort: port, wssPort: port, ...shared }
}
