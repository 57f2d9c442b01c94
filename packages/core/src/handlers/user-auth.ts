import type { UserAuthentication, UserData } from '../auth/authenticate-user.ts'
import type { Signer } from '../signer.ts'
import { assertSocketId } from '../validate/socket-id.ts'
import { success } from './answers.ts'
import { callHook, createHandler } from './create-handler.ts'
import type { Handler } from './handler.ts'
import { PusherHandlerError } from './handler-error.ts'
import {
  AUTH_BODY_BYTES,
  type Awaitable,
  type BodyOptions,
  type HandlerOptions,
  type Params,
} from './handler-options.ts'
import { assertClient, assertOptions, CHECKS } from './options.ts'
import { assertField, readFields } from './read-fields.ts'
import { refuse } from './refused.ts'

/** A client that wants to sign in. */
export interface UserAuthRequest {
  readonly socketId: string
  readonly params: Params
}

/** How a client's user is found. */
export interface UserAuthOptions<Context> extends HandlerOptions<Context>, BodyOptions {
  /**
   * Tells who this client is: `{ id, user_info?, watchlist? }`, or false, null or undefined to refuse.
   * The client sees all of it, so give it no more than that.
   *
   * Any web site can make a browser post here: who the user is, your session and its protection must tell.
   */
  authenticate(request: UserAuthRequest, context: Context): Awaitable<UserData | null | undefined | false>
}

const RETURN = 'return { id, user_info?, watchlist? } or false'

/**
 * Makes the handler that pusher-js asks (`/pusher/user-auth`) when a client signs in. It takes forms and JSON, and
 * answers exactly 200 or 403 where the hook decided.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` at once
 */
export function createUserAuthHandler<Context = unknown>(
  pusher: Pick<Signer, 'authenticateUser'>,
  options: UserAuthOptions<Context>,
): Handler<Context> {
  assertClient(pusher, ['authenticateUser'])
  assertOptions(options, {
    authenticate: CHECKS.hook,
    maxBodyBytes: CHECKS.maxBodyBytes,
    onError: CHECKS.onError,
  })
  const { maxBodyBytes = AUTH_BODY_BYTES } = options
  return createHandler(options, maxBodyBytes, async (request, context) => {
    const { known, params } = readFields(request, maxBodyBytes, ['socket_id'])
    const { socket_id: socketId } = known
    assertField('socket_id', socketId)
    assertSocketId(socketId)
    const user = await callHook('authenticate', () => options.authenticate({ socketId, params }, context))
    if (user === false || user === null || user === undefined) {
      refuse('ERR_PUSHER_FORBIDDEN', 'This client is not signed in to the application')
    }
    return success(sign(pusher, socketId, user))
  })
}

function sign(
  pusher: Pick<Signer, 'authenticateUser'>,
  socketId: string,
  user: UserData,
): UserAuthentication {
  try {
    return pusher.authenticateUser(socketId, user)
  } catch (cause) {
    const message = `What authenticate returned cannot be signed, for the reason that the cause gives: ${RETURN}`
    throw new PusherHandlerError('ERR_PUSHER_HOOK_RESULT', message, { cause })
  }
}
