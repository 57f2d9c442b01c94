import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import type { Happening } from '../../src/feed/happening.ts'
import { startReceiver, verify } from './support/receiver.ts'
import { occupied, start } from './support/start.ts'

const clientEvent: Happening = {
  user_id: '7',
  data: '{"text":"héllo 日本 🚀"}',
  name: 'client_event',
  socket_id: '12.34',
  event: 'client-typing',
  channel: 'presence-chat',
}

it.each<[Happening, string]>([
  [{ channel: 'a', name: 'channel_occupied' }, '{"name":"channel_occupied","channel":"a"}'],
  [{ channel: 'a', name: 'channel_vacated' }, '{"name":"channel_vacated","channel":"a"}'],
  [
    { user_id: '7', channel: 'presence-a', name: 'member_added' },
    '{"name":"member_added","channel":"presence-a","user_id":"7"}',
  ],
  [
    { user_id: '7', channel: 'presence-a', name: 'member_removed' },
    '{"name":"member_removed","channel":"presence-a","user_id":"7"}',
  ],
  [
    { name: 'client_event', channel: 'private-a', event: 'client-b', data: 'c', socket_id: '1.2' },
    '{"name":"client_event","channel":"private-a","event":"client-b","data":"c","socket_id":"1.2"}',
  ],
  [
    clientEvent,
    '{"name":"client_event","channel":"presence-chat","event":"client-typing",' +
      '"data":"{\\"text\\":\\"héllo 日本 🚀\\"}","socket_id":"12.34","user_id":"7"}',
  ],
  [{ channel: 'cache-a', name: 'cache_miss' }, '{"name":"cache_miss","channel":"cache-a"}'],
  [
    { subscription_count: 3, channel: 'a', name: 'subscription_count' },
    '{"name":"subscription_count","channel":"a","subscription_count":3}',
  ],
])('%j is sent as the documentation writes it', async (happening, text) => {
  const { url, inbox } = await startReceiver()
  const { publish } = start({ url, vacatedDelay: 0 })

  publish(happening)

  const received = await inbox.next()
  expect(received.rawBody.toString()).toBe(`{"time_ms":1700000000000,"events":[${text}]}`)
  expect(verify(received)).toEqual([happening])
})

it('is a POST with the key of the app and a signature of the very bytes', async () => {
  const { url, inbox } = await startReceiver()
  const { publish } = start({ url: `${url}?token=abc#part` })

  publish(clientEvent)

  const { method, path, headers, rawBody } = await inbox.next()
  expect([method, path]).toEqual(['POST', '/hook?token=abc'])
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'content-length': String(rawBody.length),
    'x-pusher-key': 'app-key',
    'x-pusher-signature': createHmac('sha256', 'app-secret').update(rawBody).digest('hex'),
  })
})

it('a field that is not of a webhook is not sent', async () => {
  const { url, inbox } = await startReceiver()
  const { publish } = start({ url })

  publish(Object.assign(occupied('a'), { socket: { secret: 'hush' } }))

  expect(verify(await inbox.next())).toEqual([occupied('a')])
})

it('goes to every URL of the app', async () => {
  const [one, two] = [await startReceiver(), await startReceiver()]
  const { publish } = start({ url: one.url }, { url: two.url })

  publish(occupied('a'))

  expect(verify(await one.inbox.next())).toEqual([occupied('a')])
  expect(verify(await two.inbox.next())).toEqual([occupied('a')])
})

it('an https: URL is spoken to in TLS', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { publish, deliveries } = start({
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
  })
  onTestFinished(() => void server.close())

  publish(occupied('a'))

  const [socket] = await once(server, 'connection')
  const [hello] = await once(socket, 'data')
  expect(hello[0]).toBe(0x16) // a handshake record
  socket.resetAndDestroy()
  expect(await deliveries.next()).toMatchObject({ delivered: false, error: 'ECONNRESET' })
})
