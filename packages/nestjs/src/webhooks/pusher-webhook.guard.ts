import {
  type CanActivate,
  type ExecutionContext,
  InternalServerErrorException,
  UnauthorizedException,
} from '@nestjs/common'
import { Pusher } from '@pusherkit/core'
import { injectInto } from '../client/inject-into.ts'
import type { HttpRequest } from '../routes/http-request.interface.ts'
import { setWebhook } from './request-webhook.ts'

/**
 * Lets only webhooks of the Channels server pass to a controller's method: their signature is verified over the raw body,
 * and `@PusherWebhook()` gives the method what was verified. Others are answered with 401.
 *
 * For a named client, extend it: `constructor(@InjectPusher('billing') pusher: Pusher) { super(pusher) }`.
 */
export class PusherWebhookGuard implements CanActivate {
  readonly #pusher: Pusher

  constructor(pusher: Pusher) {
    this.#pusher = pusher
  }

  /**
   * @throws {UnauthorizedException} Unless the request is a webhook of this app.
   * @throws {InternalServerErrorException} When a parser took the body and nobody kept its bytes.
   */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<HttpRequest>()
    const { rawBody, body, headers } = request
    const bytes = rawBody ?? (typeof body === 'string' || body instanceof Uint8Array ? body : undefined)
    if (bytes === undefined && isParsed(body)) throw new InternalServerErrorException(NO_RAW_BODY)
    const webhook = this.#pusher.webhook({ headers, rawBody: bytes })
    if (!webhook.isValid())
      throw new UnauthorizedException('Not a webhook that was signed with the secret of this app')
    setWebhook(request, webhook)
    return true
  }
}

injectInto(PusherWebhookGuard, Pusher)

const NO_RAW_BODY =
  'The signature of a webhook covers the raw body, which is gone. Keep it: ' +
  'NestFactory.create(AppModule, { rawBody: true })'

const isParsed = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.keys(body).length > 0
