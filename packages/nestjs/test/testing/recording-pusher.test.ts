import { Injectable, Module } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { Pusher } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { getPusherToken, PusherModule } from '@pusherkit/nestjs'
import { PusherTestingModule, RecordingPusher } from '@pusherkit/nestjs/testing'
import { event, JsClient } from '@pusherkit/tests-support'
import { describe, expect, test } from 'vitest'

@Injectable()
class Orders {
  constructor(private readonly pusher: Pusher) {}
  async create(): Promise<void> {
    await this.pusher.trigger('orders', 'created', { id: 7 })
  }
}

@Module({
  imports: [PusherModule.forRoot({ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET', cluster: 'eu' })],
  providers: [Orders],
})
class AppModule {}

describe('a recording client', () => {
  test('keeps what is published, as subscribers would get it', async () => {
    const pusher = new RecordingPusher()
    await pusher.trigger(['a', 'b'], 'created', { at: new Date(0) }, '1.2')
    await pusher.triggerBatch([{ channel: 'c', name: 'said', data: 'hello' }])
    await pusher.sendToUser('ada', 'mail', 1)
    expect(pusher.published).toEqual([
      { channel: 'a', event: 'created', data: { at: '1970-01-01T00:00:00.000Z' }, socketId: '1.2' },
      { channel: 'b', event: 'created', data: { at: '1970-01-01T00:00:00.000Z' }, socketId: '1.2' },
      { channel: 'c', event: 'said', data: 'hello' },
      { channel: '#server-to-user-ada', event: 'mail', data: 1 },
    ])
    pusher.clear()
    expect(pusher.published).toEqual([])
  })

  test('checks as a real client does, and answers as an empty server', async () => {
    const pusher = new RecordingPusher()
    await expect(pusher.trigger('no spaces', 'created', {})).rejects.toThrow('channels is "no spaces"')
    expect(await pusher.channels()).toEqual({ channels: {} })
    expect(await pusher.channel('orders')).toEqual({ occupied: false })
    expect(await pusher.users('presence-room')).toEqual({ users: [] })
    await pusher.terminateUserConnections('ada')
    expect(pusher.published).toEqual([])
  })
})

test('an application is tested with a recording client in place of its own', async () => {
  const pusher = new RecordingPusher()
  const app = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(Pusher)
    .useValue(pusher)
    .compile()
  await app.get(Orders).create()
  expect(pusher.published).toEqual([{ channel: 'orders', event: 'created', data: { id: 7 } }])
})

test('an application is tested with an emulator', async () => {
  await using emulator = await startEmulator()
  const app = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(Pusher)
    .useValue(new Pusher(emulator.serverOptions()))
    .compile()
  using client = new JsClient(emulator)
  const received = event(await client.subscribe('orders'), 'created')
  await app.get(Orders).create()
  expect(await received).toEqual({ id: 7 })
})

test('PusherTestingModule stands for PusherModule, also for a named client', async () => {
  const app = await Test.createTestingModule({
    imports: [PusherTestingModule.forRoot(), PusherTestingModule.forRoot({ name: 'billing', key: 'key-2' })],
    providers: [Orders],
  }).compile()
  await app.get(Orders).create()
  expect(app.get(Pusher)).toBe(app.get(RecordingPusher))
  expect(app.get(RecordingPusher).published).toHaveLength(1)
  expect(app.get<RecordingPusher>(getPusherToken('billing'))).toMatchObject({ key: 'key-2', published: [] })
})
