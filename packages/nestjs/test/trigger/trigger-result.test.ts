import { Controller, Get, NotFoundException, Post } from '@nestjs/common'
import { getPusherToken, PusherModule, PusherSocketId, TriggerResult } from '@pusherkit/nestjs'
import { PusherTestingModule, RecordingPusher } from '@pusherkit/nestjs/testing'
import { describe, expect, test } from 'vitest'
import { Log, platforms, serve } from '../support/apps.ts'

@Controller('orders')
class Orders {
  @Post()
  @TriggerResult('orders', 'created')
  create(): object {
    return { id: 7 }
  }

  @Post('to-shop')
  @TriggerResult(
    (order: { shop: string }, context) => [`private-${order.shop}`, context.getHandler().name],
    'created',
  )
  async toShop(): Promise<object> {
    return { id: 8, shop: 'berlin' }
  }

  @Post('fails')
  @TriggerResult('orders', 'created')
  fails(): object {
    throw new NotFoundException()
  }

  @Post('billed')
  @TriggerResult('bills', 'created', { client: 'billing' })
  billed(): object {
    return { id: 9 }
  }

  @Get('socket')
  socket(@PusherSocketId() socketId?: string): object {
    return { socketId }
  }
}

const recording = {
  imports: [PusherTestingModule.forRoot(), PusherTestingModule.forRoot({ name: 'billing' })],
}
const POST = { method: 'POST', headers: { 'x-socket-id': '1.2' } }

describe.each(platforms)('on %s', (_name, platform) => {
  test('a result is published to everybody but the caller, and answered as it is', async () => {
    await using app = await serve({ ...recording, controllers: [Orders] }, { platform })
    const response = await fetch(`${app.url}/orders`, POST)
    expect([response.status, await response.json()]).toEqual([201, { id: 7 }])
    const { published } = app.nest.get(RecordingPusher)
    expect(published).toEqual([{ channel: 'orders', event: 'created', data: { id: 7 }, socketId: '1.2' }])
  })

  test.each([
    ['1.2', { socketId: '1.2' }],
    ['1.2\t', { socketId: '1.2' }],
    ['bob', {}],
    ['', {}],
  ])('the socket id of the header %j is %j', async (header, expected) => {
    await using app = await serve({ ...recording, controllers: [Orders] }, { platform })
    const response = await fetch(`${app.url}/orders/socket`, { headers: { 'x-socket-id': header } })
    expect(await response.json()).toEqual(expected)
  })
})

test('the channels may follow from the result and from the context', async () => {
  await using app = await serve({ ...recording, controllers: [Orders] })
  await fetch(`${app.url}/orders/to-shop`, { method: 'POST' })
  const data = { id: 8, shop: 'berlin' }
  expect(app.nest.get(RecordingPusher).published).toEqual([
    { channel: 'private-berlin', event: 'created', data },
    { channel: 'toShop', event: 'created', data },
  ])
})

test('nothing is published when the handler fails', async () => {
  await using app = await serve({ ...recording, controllers: [Orders] })
  expect((await fetch(`${app.url}/orders/fails`, POST)).status).toBe(404)
  expect(app.nest.get(RecordingPusher).published).toEqual([])
})

test('a named client publishes where it is asked for', async () => {
  await using app = await serve({ ...recording, controllers: [Orders] })
  await fetch(`${app.url}/orders/billed`, { method: 'POST' })
  const { published } = app.nest.get<RecordingPusher>(getPusherToken('billing'))
  expect(published).toEqual([{ channel: 'bills', event: 'created', data: { id: 9 } }])
})

test('a publish that fails is logged, and the answer stays', async () => {
  const log = new Log()
  const transport = async () => ({ status: 403, headers: {}, body: 'over the quota' })
  const options = { appId: '1', key: 'k', secret: 's', transport }
  await using app = await serve(
    {
      imports: [PusherModule.forRoot(options), PusherModule.forRoot({ ...options, name: 'billing' })],
      controllers: [Orders],
    },
    { logger: log },
  )
  expect((await fetch(`${app.url}/orders`, POST)).status).toBe(201)
  expect(log.lines).toEqual([expect.stringMatching(/^error: created was not published: .*403/)])
})
