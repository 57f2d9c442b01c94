import { BroadcastAs, BroadcastOn, BroadcastWhen, BroadcastWith } from '@pusherkit/nestjs'
import type { AudienceView } from './audience.ts'
import { STAFF } from './channels.ts'

/** Somebody came to a channel or left it. */
@BroadcastAs('audience.changed')
@BroadcastOn(STAFF)
@BroadcastWhen((event: AudienceChanged) => event.isStaffListening)
@BroadcastWith((event: AudienceChanged) => event.audience)
export class AudienceChanged {
  constructor(
    readonly audience: AudienceView,
    readonly isStaffListening: boolean,
  ) {}
}
