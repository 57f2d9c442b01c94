import { type BeforeApplicationShutdown, Controller, Get, Injectable } from '@nestjs/common'
import { EventEmitter2, EventEmitterModule, OnEvent } from '@nestjs/event-emitter'
import { Test } from '@nestjs/testing'
import { PusherRequestError } from '@pusherkit/core'
import {
  BroadcastAs,
  BroadcastOn,
  BroadcastWhen,
  BroadcastWith,
  getPusherToken,
  InjectPusherBroadcaster,
  PusherBroadcaster,
  PusherModule,
} from '@pusherkit/nestjs'
import { PusherTestingModule, RecordingPusher } from '@pusherkit/nestjs/testing'
import { describe, expect, test } from 'vitest'
import { Log, serve } from '../support/apps.ts'

@BroadcastOn((event: OrderShipped) => [`private-order-${event.id}`, 'orders'])
class OrderShipped {
  readonly #secret = 'not sent'
  constructor(readonly id: number) {}
  reveal(): string {
    return this.#secret
  }
}

@BroadcastOn('stock')
@BroadcastAs('stock.changed')
@BroadcastWith((event: StockChanged) => ({ left: event.stock.left }))
@BroadcastWhen((event: StockChanged) => event.stock.left < 10)
class StockChanged {
  constructor(readonly stock: { readonly left: number; readonly price: number }) {}
}

const start = async () => {
  const app = await Test.createTestingModule({ imports: [PusherTestingModule.forRoot()] }).compile()
  return { broadcaster: app.get(PusherBroadcaster), pusher: app.get(RecordingPusher) }
}

describe('dispatch', () => {
  test('publishes the event under the name of its class, with its own public properties', async () => {
    const { broadcaster, pusher } = await start()
    const response = await broadcaster.dispatch(new OrderShipped(7))
    expect(response?.status).toBe(200)
    expect(pusher.published).toEqual([
      { channel: 'private-order-7', event: 'OrderShipped', data: { id: 7 } },
      { channel: 'orders', event: 'OrderShipped', data: { id: 7 } },
    ])
  })

  test('publishes what the decorators say, when they say so', async () => {
    const { broadcaster, pusher } = await start()
    expect(await broadcaster.dispatch(new StockChanged({ left: 10, price: 5 }))).toBeUndefined()
    await broadcaster.dispatch(new StockChanged({ left: 9, price: 5 }))
    expect(pusher.published).toEqual([{ channel: 'stock', event: 'stock.changed', data: { left: 9 } }])
  })

  test('a class has the decorators of its base class, and may replace them', async () => {
    @BroadcastAs('sold-out')
    class SoldOut extends StockChanged {}
    const { broadcaster, pusher } = await start()
    await broadcaster.dispatch(new SoldOut({ left: 0, price: 5 }))
    await broadcaster.dispatch(new StockChanged({ left: 0, price: 5 }))
    expect(pusher.published.map(({ event }) => event)).toEqual(['sold-out', 'stock.changed'])
  })

  test('toOthers leaves the sender out, where there is one', async () => {
    const { broadcaster, pusher } = await start()
    await broadcaster.toOthers('1.2').dispatch(new StockChanged({ left: 1, price: 5 }))
    await broadcaster.toOthers(undefined).dispatch(new StockChanged({ left: 1, price: 5 }))
    expect(pusher.published.map(({ socketId }) => socketId)).toEqual(['1.2', undefined])
  })

  test('rejects for an event of a class without @BroadcastOn', async () => {
    class Plain {}
    const { broadcaster, pusher } = await start()
    await expect(broadcaster.dispatch(new Plain())).rejects.toThrow('Plain has no @BroadcastOn')
    await expect(broadcaster.dispatch(undefined as never)).rejects.toThrow('undefined has no @BroadcastOn')
    expect(pusher.published).toEqual([])
  })

  test('rejects as trigger does when it fails', async () => {
    const transport = async () => ({ status: 403, headers: {}, body: 'over the quota' })
    const imports = [PusherModule.forRoot({ appId: '1', key: 'k', secret: 's', transport })]
    const app = await Test.createTestingModule({ imports }).compile()
    await expect(app.get(PusherBroadcaster).dispatch(new OrderShipped(7))).rejects.toThrow(PusherRequestError)
  })

  test('a named client has a broadcaster of its own', async () => {
    @Injectable()
    class Billing {
      constructor(@InjectPusherBroadcaster('billing') readonly broadcaster: PusherBroadcaster) {}
    }
    const app = await Test.createTestingModule({
      imports: [PusherTestingModule.forRoot({ name: 'billing' })],
      providers: [Billing],
    }).compile()
    await app.get(Billing).broadcaster.dispatch(new OrderShipped(1))
    expect(app.get<RecordingPusher>(getPusherToken('billing')).published).toHaveLength(2)
  })

  test('the functions are typed by the class they stand on', () => {
    // @ts-expect-error the class has no `name`
    @BroadcastOn((event: { name: string }) => event.name)
    class Shipped {
      readonly id: number = 1
    }
    expect(new Shipped()).toBeDefined()
  })
})

describe('broadcastEvents', () => {
  test('publishes what an EventEmitter2 emits, where it is to be broadcast', async () => {
    await using app = await serve({
      imports: [EventEmitterModule.forRoot(), PusherTestingModule.forRoot({ broadcastEvents: true })],
    })
    const emitter = app.nest.get(EventEmitter2)
    await emitter.emitAsync('order.shipped', new OrderShipped(7))
    await emitter.emitAsync('other', { id: 8 }, 'text', null)
    expect(app.nest.get(RecordingPusher).published.map(({ data }) => data)).toEqual([{ id: 7 }, { id: 7 }])
  })

  test('is off unless told', async () => {
    await using app = await serve({ imports: [EventEmitterModule.forRoot(), PusherTestingModule.forRoot()] })
    await app.nest.get(EventEmitter2).emitAsync('order.shipped', new OrderShipped(7))
    expect(app.nest.get(RecordingPusher).published).toEqual([])
  })

  test('what fails is logged, and neither thrown nor in the way of other listeners', async () => {
    const heard: unknown[] = []
    @Injectable()
    class Mails {
      @OnEvent('order.shipped')
      send(event: OrderShipped): void {
        heard.push(event.id)
      }
    }
    const log = new Log()
    const transport = async () => ({ status: 403, headers: {}, body: 'over the quota' })
    const options = { appId: '1', key: 'k', secret: 's', transport, broadcastEvents: true }
    await using app = await serve(
      { imports: [EventEmitterModule.forRoot(), PusherModule.forRoot(options)], providers: [Mails] },
      { logger: log },
    )
    await app.nest.get(EventEmitter2).emitAsync('order.shipped', new OrderShipped(7))
    expect(heard).toEqual([7])
    expect(log.lines).toEqual([expect.stringMatching(/^error: OrderShipped was not published: .*403/)])
  })

  test('what is no event of a class is left alone, whatever it calls its constructor', async () => {
    await using app = await serve({
      imports: [EventEmitterModule.forRoot(), PusherTestingModule.forRoot({ broadcastEvents: true })],
    })
    const emitter = app.nest.get(EventEmitter2)
    // As a request may bring it: JSON.parse makes an own property of it.
    for (const value of ['text', 7, null]) await emitter.emitAsync('received', { constructor: value })
    await emitter.emitAsync('received', Object.create(null))
    expect(app.nest.get(RecordingPusher).published).toEqual([])
  })

  test('what rejects with something else than an error is logged as well', async () => {
    @BroadcastOn('stock')
    @BroadcastWhen(() => Promise.reject())
    class Refused {}
    const log = new Log()
    await using app = await serve(
      { imports: [EventEmitterModule.forRoot(), PusherTestingModule.forRoot({ broadcastEvents: true })] },
      { logger: log },
    )
    await app.nest.get(EventEmitter2).emitAsync('stock.refused', new Refused())
    expect(log.lines).toEqual(['error: Refused was not published: undefined'])
  })

  test('the end of the application waits for what is being published', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    const transport = async () => {
      ask()
      await answered
      return { status: 200, headers: {}, body: '{}' }
    }
    const options = { appId: '1', key: 'k', secret: 's', transport, broadcastEvents: true }
    const app = await serve({ imports: [EventEmitterModule.forRoot(), PusherModule.forRoot(options)] })
    app.nest.get(EventEmitter2).emit('order.shipped', new OrderShipped(7))
    await asked
    let closed = false
    const closing = app.nest.close().then(() => {
      closed = true
    })
    await new Promise(setImmediate)
    expect(closed).toBe(false)
    answer()
    await closing
  })

  test('requests that are still being answered at the end publish, too', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
    const { promise: ready, resolve: goOn } = Promise.withResolvers<void>()
    @Controller()
    class Orders implements BeforeApplicationShutdown {
      constructor(private readonly emitter: EventEmitter2) {}

      @Get()
      async ship(): Promise<string> {
        ask()
        await ready
        this.emitter.emit('order.shipped', new OrderShipped(7))
        return 'shipped'
      }

      beforeApplicationShutdown(): void {
        // After this Nest stops to listen, and lets open requests end.
        setImmediate(goOn)
      }
    }
    const app = await serve(
      {
        imports: [EventEmitterModule.forRoot(), PusherTestingModule.forRoot({ broadcastEvents: true })],
        controllers: [Orders],
      },
      { forceCloseConnections: false },
    )
    const answer = fetch(app.url, { headers: { connection: 'close' } }).then((response) => response.text())
    await asked
    await app.nest.close()
    expect(await answer).toBe('shipped')
    expect(app.nest.get(RecordingPusher).published).toHaveLength(2)
  })

  test('without an EventEmitterModule the application does not start', async () => {
    await expect(
      serve({ imports: [PusherTestingModule.forRoot({ broadcastEvents: true })] }),
    ).rejects.toThrow('broadcastEvents needs @nestjs/event-emitter')
  })
})
