import type { PresenceData } from '../auth/authorize-channel.ts'
import type { Signer } from '../signer.ts'
import { assertSocketId } from '../validate/socket-id.ts'
import { STATUSES, success } from './answers.ts'
import { assertBatch, type ChannelAuthRequest, toChannelAuthRequest } from './channel-auth/request.ts'
import { signChannel } from './channel-auth/sign-channel.ts'
import { callHook, createHandler } from './create-handler.ts'
import type { Handler } from './handler.ts'
import { AUTH_BODY_BYTES, type Awaitable, type BodyOptions, type HandlerOptions } from './handler-options.ts'
import { assertClient, assertOptions, CHECKS } from './options.ts'
import { assertField, type Fields, readFields } from './read-fields.ts'
import { toFailure } from './to-failure.ts'

/** How channel authorization is decided. */
export interface ChannelAuthOptions<Context> extends HandlerOptions<Context>, BodyOptions {
  /**
   * Decides whether this client may subscribe. `false` refuses; on presence channels `{ user_id, user_info? }` allows and
   * says who it is, on others `true` allows. Presence data on another channel allows too, and is not sent.
   *
   * Any web site can make a browser post here: who the user is, your session and its protection must tell.
   */
  authorize(request: ChannelAuthRequest, context: Context): Awaitable<boolean | PresenceData>
  /** Whether one request may ask for up to 100 channels, as `pusher-js-auth` does. False unless told. */
  readonly batch?: boolean | undefined
  /**
   * False lets `true` allow a presence channel, for clients that are signed in: the server then takes their user. True
   * unless told.
   */
  readonly strict?: boolean | undefined
}

/**
 * Makes the handler that pusher-js asks (`/pusher/auth`) before it subscribes to a private, encrypted or presence
 * channel. It takes forms and JSON, and answers exactly 200 or 403 where the hook decided: pusher-js takes no other
 * success.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` at once
 */
export function createChannelAuthHandler<Context = unknown>(
  pusher: Pick<Signer, 'authorizeChannel'>,
  options: ChannelAuthOptions<Context>,
): Handler<Context> {
  assertClient(pusher, ['authorizeChannel'])
  assertOptions(options, {
    authorize: CHECKS.hook,
    batch: CHECKS.flag,
    strict: CHECKS.flag,
    maxBodyBytes: CHECKS.maxBodyBytes,
    onError: CHECKS.onError,
  })
  const { batch = false, strict = true, maxBodyBytes = AUTH_BODY_BYTES } = options

  async function decide(channel: string, { known, params }: Fields, context: Context) {
    const request = toChannelAuthRequest(known.socket_id, channel, params)
    const decision = await callHook('authorize', () => options.authorize(request, context))
    return signChannel(pusher, request, decision, strict)
  }

  return createHandler(options, maxBodyBytes, async (request, context, tell) => {
    const fields = readFields(request, maxBodyBytes, ['socket_id', 'channel_name'], 'channel_name')
    assertField('socket_id', fields.known.socket_id)
    const { list } = fields
    if (list === undefined) {
      const channel = fields.known.channel_name
      assertField('channel_name', channel)
      return success(await decide(channel, fields, context))
    }
    assertBatch(list, batch)
    assertSocketId(fields.known.socket_id)
    const answers = [...new Set(list)].map(async (channel) => {
      const answer = await decide(channel, fields, context).then(
        (data) => ({ status: 200, data }),
        (thrown: unknown) => {
          const { code, message, error } = toFailure(thrown)
          if (error !== undefined) tell(error)
          return { status: STATUSES[code], code, message }
        },
      )
      return [channel, answer] as const
    })
    return success(Object.fromEntries(await Promise.all(answers)))
  })
}
