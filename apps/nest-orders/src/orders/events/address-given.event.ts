import { BroadcastAs, BroadcastOn, BroadcastWhen, BroadcastWith } from '@pusherkit/nestjs'
import type { Address } from '../address.ts'

/** A customer has told where an order goes. It is on an encrypted channel: only our staff can read it. */
@BroadcastAs('address.given')
@BroadcastOn((event: AddressGiven) => event.channels)
@BroadcastWhen((event: AddressGiven) => event.channels.length > 0)
@BroadcastWith(({ orderId, address }: AddressGiven) => ({ orderId, address }))
export class AddressGiven {
  constructor(
    readonly orderId: string,
    readonly address: Address,
    readonly channels: readonly string[],
  ) {}
}
