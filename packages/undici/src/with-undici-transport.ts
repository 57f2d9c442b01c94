import type { AnyEvents, EventMap, PusherOptions } from '@pusherkit/core'
import { createUndiciTransport } from './create-undici-transport.ts'

/**
 * Puts a transport into the options of a `Pusher` that ask for no other: neither `transport` nor `agent`. `httpProxy` and
 * `tls` become its own. For frameworks that make a `Pusher` from options, and use this package where it is installed.
 *
 * @returns New options, or the same where nothing is to be done. What contradicts itself is left for `Pusher` to refuse.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for a wrong `httpProxy` or `tls`.
 */
export function withUndiciTransport<Events extends EventMap = AnyEvents>(
  options: PusherOptions<Events>,
): PusherOptions<Events> {
  const { httpProxy, tls, ...rest } = options
  const isTaken = rest.transport !== undefined || rest.agent !== undefined
  if (isTaken || (tls !== undefined && rest.useTLS === false)) return options
  return { ...rest, transport: createUndiciTransport({ httpProxy, tls }) }
}
