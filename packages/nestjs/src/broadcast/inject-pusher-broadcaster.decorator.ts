import { Inject } from '@nestjs/common'
import { getPusherBroadcasterToken } from './pusher-broadcaster.token.ts'

/** Injects the broadcaster of a named client. That of the default one needs no decorator. */
export const InjectPusherBroadcaster = (name?: string): PropertyDecorator & ParameterDecorator =>
  Inject(getPusherBroadcasterToken(name))
