import { createRequire } from 'node:module'
import type { PusherOptions } from '../../config/pusher-options.ts'
import type { EventMap } from '../../contract/event-map.ts'

const PACKAGE = '@pusherkit/undici'

/** What is used of the package. */
interface Installed {
  withUndiciTransport<Events extends EventMap>(options: PusherOptions<Events>): PusherOptions<Events>
}

/**
 * Gives a client the transport of `@pusherkit/undici` where the application has installed it, and the options ask for no
 * other by `transport` or `agent`. For frameworks that make a `Pusher` from options.
 *
 * @param from `import.meta.url` of the framework's package, from where the other one is looked for. Undefined in some
 *   bundles, which have no packages to look for.
 * @returns New options, or the same where nothing is to be done. Wrong options are left for `Pusher` to refuse.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for a wrong `httpProxy` or `tls`
 */
export function withInstalledTransport<Events extends EventMap>(
  options: PusherOptions<Events>,
  from: string | undefined,
): PusherOptions<Events> {
  if (typeof options !== 'object' || options === null || from === undefined) return options
  const require = createRequire(from)
  try {
    require.resolve(PACKAGE)
  } catch {
    return options
  }
  return (require(PACKAGE) as Installed).withUndiciTransport(options)
}
