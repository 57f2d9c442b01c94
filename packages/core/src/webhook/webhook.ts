import type { WebhookData, WebhookEvent } from '../contract/webhook-events.ts'
import type { Message } from '../digest/digest.ts'
import { PusherWebhookError } from '../error/webhook-error.ts'
import { constantTimeEqual } from '../signing/constant-time-equal.ts'
import { type ParsedBody, parseBody } from './parse-body.ts'
import { RAW_BODY_ADVICE, toRawBody } from './raw-body.ts'
import { readHeader } from './read-header.ts'
import { type Signer, type TokenLike, toSigner } from './token-like.ts'
import { assertMaxAge, type WebhookDependencies } from './webhook-options.ts'
import type { WebhookRequest } from './webhook-request.ts'

const JSON_TYPE = /^\s*application\/json\s*(?:;|$)/i

/**
 * A webhook that was received. Ask {@link Webhook.isValid} first: everybody can post to an endpoint, and only the
 * signature tells that Pusher did. The other methods read without checking it.
 */
export class Webhook {
  readonly #token: Signer
  readonly #dependencies: WebhookDependencies
  readonly #key: string | undefined
  readonly #signature: string | undefined
  readonly #contentType: string | undefined
  readonly #body: Message | undefined
  #parsed: ParsedBody | undefined

  /**
   * @throws PusherWebhookError when `rawBody` is what a parser made of the body
   * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for a `maxAge` that is no number of seconds
   */
  constructor(token: Signer, request: WebhookRequest, dependencies: WebhookDependencies) {
    assertMaxAge(dependencies.maxAge)
    const header = (name: string): string | undefined => readHeader(request.headers, name)
    this.#token = token
    this.#dependencies = dependencies
    this.#key = header('x-pusher-key')
    this.#signature = header('x-pusher-signature')
    this.#contentType = header('content-type')
    this.#body = toRawBody(request.rawBody, this.#contentType)
  }

  /**
   * Whether this app's server sent it: the key is known, the signature is that of the raw body, the content is a
   * webhook, and with `maxAge` it is recent. Answer 401 otherwise. The same webhook can come twice: a 2xx that got lost
   * makes the server send it again.
   *
   * @param extraTokens More keys of the app that are accepted, while keys are rotated.
   * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for an extra token without key or secret
   */
  isValid(extraTokens?: TokenLike | readonly TokenLike[] | null): boolean {
    return this.isSigned(extraTokens) && this.isBodyValid() && this.#isRecent()
  }

  /**
   * Whether the signature is that of the raw body, under a known key. Whether the content is a webhook, and recent, is not
   * looked at.
   *
   * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for an extra token without key or secret
   */
  isSigned(extraTokens?: TokenLike | readonly TokenLike[] | null): boolean {
    const extra = [extraTokens ?? []].flat().map((token, index) => toSigner(token, `extraTokens[${index}]`))
    return this.#isSignedBy(this.#token) || extra.some((token) => this.#isSignedBy(token))
  }

  /** Whether the content type is `application/json`, with any parameters. */
  isContentTypeValid(): boolean {
    return JSON_TYPE.test(this.#contentType ?? '')
  }

  /** Whether the body is a webhook: `{ time_ms, events }` as JSON, declared as such. The signature is not looked at. */
  isBodyValid(): boolean {
    return this.#parse().ok
  }

  /** The content. @throws PusherWebhookError unless {@link Webhook.isBodyValid} */
  getData(): WebhookData {
    const parsed = this.#parse()
    if (parsed.ok) return parsed.data
    const body = typeof this.#body === 'object' ? new TextDecoder().decode(this.#body) : this.#body
    const options = 'cause' in parsed ? { cause: parsed.cause } : undefined
    const message = `Invalid webhook body: ${parsed.reason}`
    throw new PusherWebhookError(message, this.#contentType, body, undefined, options)
  }

  /** The events in the order they were sent. @throws PusherWebhookError unless {@link Webhook.isBodyValid} */
  getEvents(): readonly WebhookEvent[] {
    return this.getData().events
  }

  /** When it was created; a retry has the time of the first attempt. @throws PusherWebhookError unless {@link Webhook.isBodyValid} */
  getTime(): Date {
    return new Date(this.getData().time_ms)
  }

  #isSignedBy(token: Signer): boolean {
    const [key, signature, body] = [this.#key, this.#signature, this.#body]
    if (key !== token.key || signature === undefined || body === undefined) return false
    return constantTimeEqual(signature, token.sign(body))
  }

  #isRecent(): boolean {
    const { maxAge, now } = this.#dependencies
    return maxAge === undefined || Math.abs(now() - this.getData().time_ms) <= maxAge * 1000
  }

  /** Parses with the first question, so that `isValid` parses nothing whose signature is wrong. */
  #parse(): ParsedBody {
    this.#parsed ??= this.#read()
    return this.#parsed
  }

  #read(): ParsedBody {
    if (this.#body === undefined) return { ok: false, reason: `rawBody is missing: ${RAW_BODY_ADVICE}` }
    if (this.isContentTypeValid()) return parseBody(this.#body, this.#dependencies.decrypt)
    return { ok: false, reason: 'its content type is not application/json' }
  }
}
