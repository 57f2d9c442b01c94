import type { ChannelQueries } from '../../contract/channel-queries.ts'
import { PusherHandlerError } from '../handler-error.ts'
import { refuse } from '../refused.ts'
import type { ChannelQuery } from './channel-query.ts'

/** An answer of the Channels server: of a list, of a channel, or of its users. */
export interface QueryResult {
  readonly channels?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly occupied?: boolean
  readonly users?: readonly { readonly id: string }[]
}

/**
 * Asks the Channels server.
 *
 * @throws Refused 400 or 404 when that is what the server answered
 * @throws PusherHandlerError `ERR_PUSHER_UPSTREAM` for every other failure
 */
export async function ask(pusher: ChannelQueries, query: ChannelQuery): Promise<QueryResult> {
  try {
    if (query.resource === 'users') return await pusher.users(query.channel)
    const info = query.info.length === 0 ? {} : { info: query.info }
    if (query.resource === 'channel') {
      return await pusher.channel(query.channel, info as { info?: typeof query.info })
    }
    const prefix = query.prefix === '' ? {} : { prefix: query.prefix }
    return await pusher.channels({ ...prefix, ...(info as { info?: typeof query.info }) })
  } catch (cause) {
    throw toFailure(cause)
  }
}

/** By its fields, not its class: the client may be of another copy of this package. */
function toFailure(cause: unknown): unknown {
  const { code, message, status } = Object(cause) as Readonly<Record<string, unknown>>
  if (code === 'ERR_PUSHER_INVALID_CHANNEL' || code === 'ERR_PUSHER_INVALID_PARAMS') {
    refuse(code, String(message))
  }
  if (status === 400) {
    refuse(
      'ERR_PUSHER_INVALID_PARAMS',
      'The Channels server refuses this question: does this kind of channel have every attribute that is asked for?',
    )
  }
  if (status === 404) refuse('ERR_PUSHER_NOT_FOUND', 'The Channels server does not know what is asked for')
  const message502 = 'The Channels server did not answer this question: the cause tells why'
  return new PusherHandlerError('ERR_PUSHER_UPSTREAM', message502, { cause })
}
