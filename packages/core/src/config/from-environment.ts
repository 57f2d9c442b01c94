import { invalidOption } from '../validate/options.ts'
import { optionsFromUrl } from './from-url.ts'
import type { LocationOptions } from './pusher-options.ts'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads `PUSHER_URL`, or `PUSHER_APP_ID`, `PUSHER_APP_KEY`, `PUSHER_APP_SECRET` with `PUSHER_APP_CLUSTER` or with
 * `PUSHER_HOST`, `PUSHER_PORT` and `PUSHER_SCHEME`. An empty variable counts as absent, and a host wins over a cluster:
 * Laravel's files have all of them.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` that names the missing variables.
 */
export function optionsFromEnvironment(env: Environment): LocationOptions {
  if (env.PUSHER_URL) return optionsFromUrl(env.PUSHER_URL, 'PUSHER_URL')
  const missing = ['PUSHER_APP_ID', 'PUSHER_APP_KEY', 'PUSHER_APP_SECRET'].filter((name) => !env[name])
  if (missing.length > 0)
    invalidOption(missing.join(', '), 'is not set in the environment, nor is PUSHER_URL')
  const { PUSHER_SCHEME: scheme = '' } = env
  if (!['', 'http', 'https'].includes(scheme)) {
    invalidOption('PUSHER_SCHEME', 'is "http" or "https"', { value: scheme })
  }
  return {
    appId: env.PUSHER_APP_ID ?? '',
    key: env.PUSHER_APP_KEY ?? '',
    secret: env.PUSHER_APP_SECRET ?? '',
    useTLS: scheme !== 'http',
    ...(env.PUSHER_PORT ? { port: env.PUSHER_PORT } : {}),
    ...location(env),
  }
}

function location({ PUSHER_HOST: host, PUSHER_APP_CLUSTER: cluster }: Environment): Partial<LocationOptions> {
  if (host) return { host }
  return cluster ? { cluster } : {}
}

/** The variables of the process, where the runtime has such a thing. */
export const processEnvironment = (): Environment =>
  (globalThis as { process?: { env?: Environment } }).process?.env ?? {}
