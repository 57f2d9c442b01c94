import { expect, it } from 'vitest'
import { post } from '../support/api.ts'
import { connect } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

const MESSAGE = 'Over capacity: the client reads too slowly, and more than 4 MiB wait for it'

it('a client that reads too slowly is closed with 4100, and the others get everything', async () => {
  await using served = await serveApp({ limits: { eventDataBytes: 500_000 } })
  await using slow = await connect(served)
  await using quick = await connect(served)
  await using witness = await connect(served)
  await slow.subscribe('presence-room', { user_id: 'slow' })
  await quick.subscribe('presence-room', { user_id: 'quick' })
  await witness.subscribe('presence-room', { user_id: 'witness' })
  await quick.settle()
  slow.socket.pause()

  const data = 'x'.repeat(500_000)
  let published = 0
  const isThere = (): boolean => served.app.connections.size === 3
  while (isThere() && published < 200) {
    await post(served, '/events', { name: 'e', channel: 'presence-room', data })
    published++
  }

  expect(isThere()).toBe(false)
  const received = await quick.settle()
  expect(received.filter(({ event }) => event === 'e')).toHaveLength(published)
  expect(received.at(-1)).toMatchObject({
    event: 'pusher_internal:member_removed',
    data: '{"user_id":"slow"}',
  })
  slow.socket.resume()
  expect(await slow.closed).toEqual({ code: 4100, reason: MESSAGE })
})

it('one that does not read at all is cut off', async () => {
  await using served = await serveApp({ limits: { eventDataBytes: 500_000 } })
  const deaf = await connect(served)
  await deaf.subscribe('news')
  deaf.socket.pause()
  while (served.app.connections.size > 0) {
    await post(served, '/events', { name: 'e', channel: 'news', data: 'x'.repeat(500_000) })
  }

  await served[Symbol.asyncDispose]()
  deaf.socket.resume()

  expect((await deaf.closed).code).toBe(1006)
})
