import { Pusher, PusherRequestError } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { expect, it } from 'vitest'

it("an event goes from core's Pusher to pusher-js", async () => {
  await using emulator = await startEmulator()
  const pusher = new Pusher(emulator.serverOptions())
  using client = new JsClient(emulator)
  const channel = await client.subscribe('my-channel')
  const received = event(channel, 'my-event')

  await pusher.trigger('my-channel', 'my-event', { message: 'hello world' })

  expect(await received).toEqual({ message: 'hello world' })
  expect(await pusher.channels()).toEqual({ channels: { 'my-channel': {} } })
})

it("core's Pusher reads the emulator's errors", async () => {
  await using emulator = await startEmulator()
  const pusher = new Pusher({ ...emulator.serverOptions(), secret: 'wrong' })

  await expect(pusher.channels()).rejects.toBeInstanceOf(PusherRequestError)
})
