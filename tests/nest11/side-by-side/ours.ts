import { Controller, Injectable, Post } from '@nestjs/common'
import { Pusher } from '@pusherkit/core'
import { PusherModule, TriggerResult } from '@pusherkit/nestjs'
import type { Contender } from './contender.ts'

/** A service that publishes with `@pusherkit/nestjs`. */
@Injectable()
export class OurOrders {
  constructor(readonly pusher: Pusher) {}

  publish(data: unknown): Promise<unknown> {
    return this.pusher.trigger('orders', 'created', data)
  }
}

@Controller('orders')
class OurController {
  @Post()
  @TriggerResult('orders', 'created')
  create(): object {
    return { id: 7 }
  }
}

/** `@pusherkit/nestjs`. */
export const pusherkit: Contender = {
  socketIdHeader: 'x-socket-id',
  application: (options) => ({
    imports: [PusherModule.forRoot(options)],
    providers: [OurOrders],
    controllers: [OurController],
  }),
  publish: (app, data) => app.get(OurOrders).publish(data),
}
