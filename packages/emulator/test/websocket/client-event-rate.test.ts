import { describe, expect, it } from 'vitest'
import { createRateLimit } from '../../src/websocket/rate-limit.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { connect } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

const frame = (data: string): object => ({ event: 'client-e', channel: 'private-a', data })

it('more than 10 client events in a second are refused and not delivered', async () => {
  await using served = await serveApp()
  await using sender = await connect(served)
  await using receiver = await connect(served)
  await sender.subscribe('private-a')
  await receiver.subscribe('private-a')
  for (let count = 1; count <= 11; count++) sender.send(frame(String(count)))

  expect(await sender.settle()).toEqual([
    {
      event: 'pusher:error',
      data: { message: 'Client event rejected: a connection may send 10 a second', code: 4301 },
    },
  ])
  expect((await receiver.settle()).map(({ data }) => data)).toEqual('1 2 3 4 5 6 7 8 9 10'.split(' '))
  expect(served.happenings.filter(({ name }) => name === 'client_event')).toHaveLength(10)

  served.clock.advance(1_000)
  sender.send(frame('12'))
  expect(await sender.settle()).toEqual([])
})

it('each connection has a second of its own', async () => {
  await using served = await serveApp({ limits: { clientEventsPerSecond: 1 } })
  await using one = await connect(served)
  await using two = await connect(served)
  for (const client of [one, two]) await client.subscribe('private-a')

  one.send(frame('1'))
  await one.settle()
  two.send(frame('2'))

  expect(await two.settle()).toEqual([{ event: 'client-e', channel: 'private-a', data: '1' }])
})

it('switched off, none is delivered', async () => {
  await using served = await serveApp({ clientEvents: false })
  await using sender = await connect(served)
  await using receiver = await connect(served)
  await sender.subscribe('private-a')
  await receiver.subscribe('private-a')

  expect((await sender.ask(frame('1'))).data).toEqual({
    message: 'Client event rejected: they are switched off for this app',
    code: 4301,
  })
  expect(await receiver.settle()).toEqual([])
})

it('they may be sent on encrypted channels', async () => {
  await using served = await serveApp()
  await using sender = await connect(served)
  await using receiver = await connect(served)
  for (const client of [sender, receiver]) await client.subscribe('private-encrypted-a')

  sender.send({ event: 'client-e', channel: 'private-encrypted-a', data: 'secret' })

  expect((await receiver.next()).data).toBe('secret')
})

describe('the limit', () => {
  it('looks at the last second, wherever it begins', () => {
    const clock = new ManualClock()
    const limit = createRateLimit(2, clock.now)
    const taken = [0, 600, 300, 99, 1, 599, 1].map((ms) => {
      clock.advance(ms)
      return limit.take()
    })

    // At 0, 600, 900, 999, 1000, 1599 and 1600 ms; one that is refused does not count.
    expect(taken).toEqual([true, true, false, false, true, false, true])
  })
})
