import { createParamDecorator, type ExecutionContext, InternalServerErrorException } from '@nestjs/common'
import { webhookOf } from './request-webhook.ts'

/**
 * The webhook that `PusherWebhookGuard` has verified, as core's `Webhook`.
 *
 * ```ts
 * @Post('webhooks') @HttpCode(200) @UseGuards(PusherWebhookGuard)
 * receive(@PusherWebhook() webhook: Webhook) { return webhook.getEvents().length }
 * ```
 */
export const PusherWebhook: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => {
    const webhook = webhookOf(context.switchToHttp().getRequest())
    if (webhook) return webhook
    throw new InternalServerErrorException(
      `@PusherWebhook() needs @UseGuards(PusherWebhookGuard) on ${context.getClass().name}.${context.getHandler().name}`,
    )
  },
)
