import { type ExecutionContext, Injectable } from '@nestjs/common'
import type { PresenceData } from '@pusherkit/core'
import type { ChannelAuthRequest } from '@pusherkit/core/handlers'
import type { PusherChannelAuthorizer } from '@pusherkit/nestjs'
import type { Request } from 'express'
import { Audience } from '../audience/audience.ts'
import { ADDRESSES, customerChannel, STAFF } from '../audience/channels.ts'
import type { Person } from '../session/person.ts'
import { personOf } from '../session/person-of.ts'

/** Who may subscribe to what: customers to their own channel, staff to those of staff. */
@Injectable()
export class ChannelAuthorizer implements PusherChannelAuthorizer {
  constructor(private readonly audience: Audience) {}

  authorize({ channel, kind }: ChannelAuthRequest, context: ExecutionContext): boolean | PresenceData {
    const person = personOf(context.switchToHttp().getRequest<Request>())
    if (!person || !mayJoin(person, channel)) return false
    this.audience.authorized(channel)
    return kind === 'presence' ? { user_id: person.id, user_info: { name: person.name } } : true
  }
}

const mayJoin = ({ id, role }: Person, channel: string): boolean =>
  role === 'staff' ? channel === STAFF || channel === ADDRESSES : channel === customerChannel(id)
