import { Controller, Injectable, Post, UseInterceptors } from '@nestjs/common'
import type { PusherOptions } from '@pusherkit/core'
import { PusherChannel, PusherEvent, PusherInterceptor, PusherModule, PusherService } from 'nestjs-pusher'
import type Pusher from 'pusher'
import type { Contender } from './contender.ts'

/** A service that publishes with `nestjs-pusher`. */
@Injectable()
export class TheirOrders {
  constructor(readonly pusher: PusherService) {}

  publish(data: unknown): Promise<unknown> {
    return this.pusher.trigger('orders', 'created', data)
  }
}

@Controller('orders')
class TheirController {
  @Post()
  @UseInterceptors(PusherInterceptor)
  @PusherChannel('orders')
  @PusherEvent('created')
  create(): object {
    return { id: 7 }
  }
}

/** Options of core as the official library takes them. The same ones, but for the types. */
export const officialOptions = (options: PusherOptions): Pusher.Options =>
  options as unknown as Pusher.Options

/** `nestjs-pusher`, with and without chunks. They are what it does unless told. */
export const nestjsPusher = (chunks?: { limit: number; enabled: boolean }): Contender => ({
  socketIdHeader: 'x-pusher-sid',
  application: (options) => ({
    imports: [PusherModule.forRoot(officialOptions(options), chunks)],
    providers: [TheirOrders],
    controllers: [TheirController],
  }),
  publish: (app, data) => app.get(TheirOrders).publish(data),
})
