import { type ExecutionContext, Injectable } from '@nestjs/common'
import type { UserData } from '@pusherkit/core'
import type { PusherUserAuthenticator } from '@pusherkit/nestjs'
import type { Request } from 'express'
import { personOf } from '../session/person-of.ts'

/** Who a connection belongs to: what `sendToUser` and `terminateUserConnections` find it by. */
@Injectable()
export class UserAuthenticator implements PusherUserAuthenticator {
  authenticate(_request: unknown, context: ExecutionContext): UserData | undefined {
    const person = personOf(context.switchToHttp().getRequest<Request>())
    return person && { id: person.id, user_info: { name: person.name } }
  }
}
