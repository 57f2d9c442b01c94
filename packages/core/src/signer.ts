import type { UserAuthentication, UserData } from './auth/authenticate-user.ts'
import { authenticateUser } from './auth/authenticate-user.ts'
import type { AuthorizeOptions, ChannelAuthorization, PresenceData } from './auth/authorize-channel.ts'
import { authorizeChannel } from './auth/authorize-channel.ts'
import type { PusherConfig } from './config/resolve-config.ts'
import { requireEncryption } from './encryption/require-encryption.ts'
import { signedQueryString } from './request/signed-query.ts'
import type { SignedQueryOptions } from './types.ts'
import { Webhook } from './webhook/webhook.ts'
import type { WebhookOptions } from './webhook/webhook-options.ts'
import type { WebhookRequest } from './webhook/webhook-request.ts'

/**
 * The half of a client that asks nobody: it signs what others present to the server, and is synchronous.
 * Wrong arguments throw a `PusherValidationError` at once.
 */
export class Signer {
  readonly #config: PusherConfig

  constructor(config: PusherConfig) {
    this.#config = config
  }

  /** The app's id. */
  get appId(): string {
    return this.#config.appId
  }

  /** The app's public key, which clients connect with. */
  get key(): string {
    return this.#config.token.key
  }

  /**
   * Signs a client's subscription to a private, encrypted or presence channel: what an authorization endpoint answers,
   * as JSON with status 200, once it has decided that this user may.
   *
   * @param data On presence channels, who subscribes.
   */
  authorizeChannel(
    socketId: string,
    channel: string,
    data?: PresenceData | null,
    options?: AuthorizeOptions,
  ): ChannelAuthorization {
    return authorizeChannel(this.#config.token, this.#config.rules, socketId, channel, data, options)
  }

  /** @deprecated Its name in older libraries. Use {@link authorizeChannel}. */
  authenticate(
    socketId: string,
    channel: string,
    data?: PresenceData | null,
    options?: AuthorizeOptions,
  ): ChannelAuthorization {
    return this.authorizeChannel(socketId, channel, data, options)
  }

  /**
   * Signs a client's sign-in: what a user authentication endpoint answers, as JSON with status 200.
   */
  authenticateUser(socketId: string, userData: UserData): UserAuthentication {
    return authenticateUser(this.#config.token, socketId, userData)
  }

  /**
   * Reads a webhook: `isValid()` says whether it came from the server, `getEvents()` what happened.
   *
   * @param request The headers, and the body as raw bytes or text, before any parser changed it.
   */
  webhook(request: WebhookRequest, options?: WebhookOptions): Webhook {
    return new Webhook(this.#config.token, request, {
      now: () => Date.now(),
      decrypt: this.#config.rules.encryption?.decrypt,
      maxAge: options?.maxAge,
    })
  }

  /**
   * Signs a request that somebody else will send, and gives its query. It is not prefixed with `/apps/{id}`.
   */
  createSignedQueryString(options: SignedQueryOptions): string {
    return signedQueryString(options, this.#config.token, Date.now())
  }

  /**
   * The key of an encrypted channel, 32 bytes.
   *
   * @throws PusherValidationError `ERR_PUSHER_ENCRYPTION_REQUIRED` without the option `encryption`.
   */
  channelSharedSecret(channel: string): Uint8Array {
    return requireEncryption(this.#config.rules.encryption, channel).sharedSecret(channel)
  }
}
