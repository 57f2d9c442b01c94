import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Runtime, runtimes } from './pusher-js-runtimes.ts'
import { type Site, startSite } from './pusher-js-site.ts'

// The client library as people install it, against the emulator, in the two places where it runs.

const SUCCEEDED = 'pusher:subscription_succeeded'
const COUNT = 'pusher:subscription_count'
const MISS = 'pusher:cache_miss'

describe.each(runtimes)('pusher-js in %s', (_name, start) => {
  let runtime: Runtime
  let site: Site
  beforeAll(async () => {
    runtime = await start()
  })
  beforeEach(async () => {
    site = await startSite()
  })
  afterEach(() => site[Symbol.asyncDispose]())
  afterAll(() => runtime?.[Symbol.asyncDispose]())

  test.each([
    ['news', [SUCCEEDED, COUNT, 'first'], [SUCCEEDED, COUNT, 'second']],
    ['private-news', [SUCCEEDED, COUNT, 'first'], [SUCCEEDED, COUNT, 'second']],
    ['presence-news', [SUCCEEDED, 'first'], [SUCCEEDED, 'second']],
    ['private-encrypted-news', [SUCCEEDED, COUNT, 'first'], [SUCCEEDED, COUNT, 'second']],
    ['cache-news', [SUCCEEDED, MISS, COUNT, 'first'], [SUCCEEDED, 'first', COUNT, 'second']],
    ['private-cache-news', [SUCCEEDED, MISS, COUNT, 'first'], [SUCCEEDED, 'first', COUNT, 'second']],
    ['presence-cache-news', [SUCCEEDED, MISS, 'first'], [SUCCEEDED, 'first', 'second']],
    [
      'private-encrypted-cache-news',
      [SUCCEEDED, MISS, COUNT, 'first'],
      [SUCCEEDED, 'first', COUNT, 'second'],
    ],
  ])('%s: what an early and a late subscriber hear', async (channel, early, late) => {
    const encrypted = channel.includes('encrypted')
    await using ada = await runtime.connect(site, 'ada', encrypted)
    await ada.do('subscribe', channel)
    await ada.reports.next(channel, SUCCEEDED)
    await site.pusher.trigger(channel, 'first', { text: 'héllo 日本' })
    expect(await ada.reports.next(channel, 'first')).toEqual({ text: 'héllo 日本' })
    expect(ada.reports.names(channel)).toEqual(early)

    await using bob = await runtime.connect(site, 'bob', encrypted)
    await bob.do('subscribe', channel)
    await bob.reports.next(channel, SUCCEEDED)
    await site.pusher.trigger(channel, 'second', [2])
    expect(await bob.reports.next(channel, 'second')).toEqual([2])
    expect(await ada.reports.next(channel, 'second')).toEqual([2])
    expect(bob.reports.names(channel)).toEqual(late)
  })

  test('presence: who is there, who comes, who goes', async () => {
    const channel = 'presence-room'
    await using ada = await runtime.connect(site, 'ada')
    await ada.do('subscribe', channel)
    await ada.reports.next(channel, SUCCEEDED)
    await using bob = await runtime.connect(site, 'bob')
    await bob.do('subscribe', channel)

    expect(await bob.reports.next(channel, SUCCEEDED)).toEqual({
      members: { ada: { name: 'ada' }, bob: { name: 'bob' } },
      count: 2,
      myID: 'bob',
      me: { id: 'bob', info: { name: 'bob' } },
    })
    const them = { id: 'bob', info: { name: 'bob' } }
    expect(await ada.reports.next(channel, 'pusher:member_added')).toEqual(them)
    await bob.do('unsubscribe', channel)
    expect(await ada.reports.next(channel, 'pusher:member_removed')).toEqual(them)
  })

  test.each([
    ['private-chat', null],
    ['presence-chat', 'ada'],
  ])('a client event on %s reaches the others, by %s', async (channel, sender) => {
    await using ada = await runtime.connect(site, 'ada')
    await using bob = await runtime.connect(site, 'bob')
    for (const client of [ada, bob]) {
      await client.do('subscribe', channel)
      await client.reports.next(channel, SUCCEEDED)
    }
    await ada.do('trigger', channel, 'client-typing', { fast: true })
    expect(await bob.reports.next(channel, 'client-typing')).toEqual({ fast: true })
    expect(await bob.reports.next(channel, 'client-typing by')).toBe(sender)

    await site.pusher.trigger(channel, 'end', null)
    await ada.reports.next(channel, 'end')
    expect(ada.reports.names(channel)).not.toContain('client-typing')
  })

  test('the number of subscribers, as they come and go', async () => {
    await using ada = await runtime.connect(site, 'ada')
    await using bob = await runtime.connect(site, 'bob')
    const count = () => ada.reports.next('busy', COUNT)
    await ada.do('subscribe', 'busy')
    expect(await count()).toEqual({ subscription_count: 1 })
    await bob.do('subscribe', 'busy')
    expect(await count()).toEqual({ subscription_count: 2 })
    await bob.reports.next('busy', SUCCEEDED)
    await bob.do('unsubscribe', 'busy')
    expect(await count()).toEqual({ subscription_count: 1 })
  })

  test.each([
    ['private-forbidden', 403, /received status: 403/],
    ['presence-forbidden', 403, /received status: 403/],
    ['private-forged', 401, /^Invalid signature/],
  ])('%s is refused with %i', async (channel, status, error) => {
    await using ada = await runtime.connect(site, 'ada')
    await ada.do('subscribe', channel)
    expect(await ada.reports.next(channel, 'pusher:subscription_error')).toEqual({
      type: 'AuthError',
      status,
      error: expect.stringMatching(error),
    })
    expect(ada.reports.names(channel)).toEqual(['pusher:subscription_error'])
  })
})
