import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Runtime, runtimes } from './pusher-js-runtimes.ts'
import { type Site, startSite } from './pusher-js-site.ts'

describe.each(runtimes)('users of pusher-js in %s', (_name, start) => {
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

  test('sign in and get events of their own', async () => {
    await using ada = await runtime.connect(site, 'ada')
    await using bob = await runtime.connect(site, 'bob')
    for (const client of [ada, bob]) await client.do('signin')
    expect(await ada.reports.next('user', 'pusher:signin_success')).toEqual({ id: 'ada', watchlist: ['bob'] })
    await bob.reports.next('user', 'pusher:signin_success')

    await site.pusher.sendToUser('ada', 'mail', { from: 'eve' })
    expect(await ada.reports.next('user', 'mail')).toEqual({ from: 'eve' })
    await site.pusher.sendToUser('bob', 'end', null)
    await bob.reports.next('user', 'end')
    expect(bob.reports.names('user')).not.toContain('mail')
  })

  test('are told who of their watchlist is online, comes and goes', async () => {
    await using ada = await runtime.connect(site, 'ada')
    await ada.do('signin')
    expect(await ada.reports.next('watchlist', 'offline')).toEqual({ name: 'offline', user_ids: ['bob'] })
    await using bob = await runtime.connect(site, 'bob')
    await bob.do('signin')
    expect(await ada.reports.next('watchlist', 'online')).toEqual({ name: 'online', user_ids: ['bob'] })
    await bob.do('disconnect')
    expect(await ada.reports.next('watchlist', 'offline')).toEqual({ name: 'offline', user_ids: ['bob'] })
  })

  test('are disconnected when they are terminated, and do not come back', async () => {
    await using ada = await runtime.connect(site, 'ada')
    await using bob = await runtime.connect(site, 'bob')
    for (const client of [ada, bob]) {
      await client.do('signin')
      await client.reports.next('user', 'pusher:signin_success')
    }
    expect(await ada.reports.next('connection', 'state')).toBe('connected')

    await site.pusher.terminateUserConnections('ada')

    expect(await ada.reports.next('connection', 'error')).toBe(4009)
    expect(await ada.reports.next('connection', 'state')).toBe('disconnected')
    await site.pusher.sendToUser('bob', 'still here', null)
    await bob.reports.next('user', 'still here')
  })

  test('are not signed in when the application server says no', async () => {
    await using mallory = await runtime.connect(site, 'mallory')
    await mallory.do('signin')
    expect(await mallory.reports.next('user', 'pusher:signin_error')).toMatchObject({
      type: 'AuthError',
      status: 403,
    })
    expect(mallory.reports.names('user')).toEqual(['pusher:signin_error'])
  })
})
