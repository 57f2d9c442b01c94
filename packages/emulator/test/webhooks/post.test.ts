import { expect, it } from 'vitest'
import { post } from '../../src/webhooks/post.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { startReceiver } from './support/receiver.ts'

const message = { headers: { 'X-Pusher-Key': 'app-key' }, body: Buffer.from('{}') }
const { signal } = new AbortController()

it('resolves with the status, and leaves no timer behind', async () => {
  const { url } = await startReceiver(418)
  const clock = new ManualClock()

  expect(await post(url, message, clock.schedule, signal)).toEqual({ status: 418 })
  expect(clock.pending).toBe(0)
})

it('a header that cannot be sent is a reason like any other', async () => {
  const { url, inbox } = await startReceiver()
  const odd = { ...message, headers: { 'X-Pusher-Key': 'Schlüssel 日' } }

  expect(await post(url, odd, new ManualClock().schedule, signal)).toEqual({ error: 'ERR_INVALID_CHAR' })
  expect(inbox.all).toEqual([])
})

it('an upgrade is no answer', async () => {
  const { url, inbox } = await startReceiver('nothing')

  const result = post(url, message, new ManualClock().schedule, signal)
  const { response } = await inbox.next()
  response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')

  expect(await result).toHaveProperty('error')
})
