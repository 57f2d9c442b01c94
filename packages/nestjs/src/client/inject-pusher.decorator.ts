import { Inject } from '@nestjs/common'
import { getPusherToken } from './pusher.token.ts'

/**
 * Injects a named client. The default one needs no decorator: its token is the class `Pusher`.
 *
 * ```ts
 * constructor(@InjectPusher('billing') private readonly billing: Pusher) {}
 * ```
 */
export const InjectPusher = (name?: string): PropertyDecorator & ParameterDecorator =>
  Inject(getPusherToken(name))
