import type { ChannelAuthorization, PresenceData } from '../../auth/authorize-channel.ts'
import { isJsonObject } from '../../encoding/json-object.ts'
import { display } from '../../error/display.ts'
import type { Signer } from '../../signer.ts'
import { PusherHandlerError } from '../handler-error.ts'
import { refuse } from '../refused.ts'
import type { ChannelAuthRequest } from './request.ts'

const RETURN = 'return true, false, or on presence channels { user_id, user_info? }'

/**
 * Signs what the hook allowed.
 *
 * @throws Refused `ERR_PUSHER_FORBIDDEN`, `ERR_PUSHER_INVALID_CHANNEL`
 * @throws PusherHandlerError `ERR_PUSHER_HOOK_RESULT`, `ERR_PUSHER_ENCRYPTION_REQUIRED`
 */
export function signChannel(
  pusher: Pick<Signer, 'authorizeChannel'>,
  request: ChannelAuthRequest,
  decision: unknown,
  strict: boolean,
): ChannelAuthorization {
  const { socketId, channel } = request
  const data = toPresenceData(request, decision, strict)
  try {
    return pusher.authorizeChannel(socketId, channel, data, { strict })
  } catch (cause) {
    throw toFailure(cause)
  }
}

/** On other channels nobody could read the data, so there it is no more than a yes. */
function toPresenceData(
  { channel, kind }: ChannelAuthRequest,
  decision: unknown,
  strict: boolean,
): PresenceData | null {
  if (decision === false || decision === null || decision === undefined) {
    refuse('ERR_PUSHER_FORBIDDEN', `Subscribing to ${display(channel)} is not allowed`)
  }
  if (isPresenceData(decision)) return kind === 'presence' ? decision : null
  // Anything else is no yes, least of all a response object that some `return res.sendStatus(403)` left behind.
  if (decision !== true) fail(`authorize returned neither a decision nor a user: ${RETURN}`)
  if (kind === 'presence' && strict) {
    fail(
      'authorize returned true for a presence channel, whose members are told who subscribes: return ' +
        '{ user_id, user_info? }, or create the handler with strict: false if your clients are signed in',
    )
  }
  return null
}

const isPresenceData = (value: unknown): value is PresenceData => isJsonObject(value) && 'user_id' in value

function fail(message: string): never {
  throw new PusherHandlerError('ERR_PUSHER_HOOK_RESULT', message)
}

/** By its code, not its class: the client may be of another copy of this package. */
function toFailure(cause: unknown): unknown {
  const { code, message } = Object(cause) as { readonly code?: unknown; readonly message?: unknown }
  if (code === 'ERR_PUSHER_INVALID_CHANNEL') refuse(code, String(message))
  if (code === 'ERR_PUSHER_ENCRYPTION_REQUIRED') {
    return new PusherHandlerError(code, String(message), { cause })
  }
  const rule = 'What authorize returned cannot be signed, for the reason that the cause gives'
  return new PusherHandlerError('ERR_PUSHER_HOOK_RESULT', `${rule}: ${RETURN}`, { cause })
}
