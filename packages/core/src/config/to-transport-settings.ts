import { invalidOption } from '../validate/options.ts'
import type { PusherOptions } from './pusher-options.ts'
import type { TransportSettings } from './transport-options.ts'

const NAMES = ['httpProxy', 'tls', 'agent'] as const

/**
 * Picks what the built-in transport is told, and refuses what contradicts the rest of the options.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function toTransportSettings(
  { httpProxy, tls, agent, transport }: Pick<PusherOptions, (typeof NAMES)[number] | 'transport'>,
  scheme: 'http' | 'https',
): TransportSettings {
  const settings = { httpProxy, tls, agent }
  const given = transport && NAMES.find((name) => settings[name] !== undefined)
  if (given) invalidOption(given, 'is for the built-in transport: it contradicts transport')
  if (tls && scheme === 'http') invalidOption('tls', 'contradicts useTLS: false')
  // What is no agent at all is refused by the transport, which knows what one is.
  const spoken = typeof agent === 'object' && agent && 'protocol' in agent ? agent.protocol : undefined
  if (typeof spoken === 'string' && spoken !== `${scheme}:`) {
    invalidOption('agent', `speaks ${spoken.slice(0, -1)}, but useTLS asks for ${scheme}`)
  }
  return settings
}
