import { describe, expect, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { drawn, enterPassword, namesOf, numberOf, PASSWORD, setDashboardStage } from './dashboard-stage.ts'

describe.skipIf(noChromium)('the dashboard', () => {
  const stage = setDashboardStage()

  test('whoever does not know the password sees nothing', async () => {
    await stage.client().subscribe('hidden-channel')
    const page = await stage.visit()
    const answers: string[] = []
    page.on('response', async (response) => answers.push(await response.text().catch(() => '')))
    await enterPassword(page, 'guessed')
    await page.getByRole('alert').getByText('That is not the password.').waitFor()
    await page.goto(`${stage.url}#/channels/hidden-channel`)
    await page.reload()
    await page.getByLabel('Password').waitFor()
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.join()).not.toContain('hidden-channel')
    expect(await page.locator('#dashboard').isHidden()).toBe(true)
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).toBe('{}')
  })

  test('follows 200 clients while they come and go, and so do the charts', async () => {
    const page = await stage.watch()
    const before = Number(await numberOf(page, 'Occupied channels'))
    const clients = Array.from({ length: 200 }, (_, n) => stage.client({ id: `user-${n}` }))
    const empty = await drawn(page)
    await Promise.all(clients.map((client, n) => client.subscribe(`presence-floor-${n % 20}`)))
    await expect.poll(() => numberOf(page, 'Users')).toBe('200')
    await expect.poll(() => numberOf(page, 'Occupied channels')).toBe(`${before + 20}`)
    await page.getByRole('link', { name: 'presence-floor-7 presence 10 users' }).waitFor()
    const full = await drawn(page)
    expect(full).toHaveLength(2)
    for (const [index, chart] of full.entries()) expect(chart).not.toBe(empty[index])

    for (const client of clients.slice(0, 150)) client[Symbol.dispose]()
    await expect.poll(() => numberOf(page, 'Users')).toBe('50')
    await expect.poll(() => drawn(page)).not.toEqual(full)
    for (const client of clients) client[Symbol.dispose]()
    await expect.poll(() => numberOf(page, 'Occupied channels')).toBe(`${before}`)
    await expect.poll(() => numberOf(page, 'Users')).toBe('0')
    await page.getByText(/^peak 200 at /).waitFor()
  })

  test('a channel has a page of its own, with its members', async () => {
    using ana = stage.client({ id: 'ana' })
    await ana.subscribe('presence-den')
    const page = await stage.watch()
    await page.getByRole('link', { name: 'presence-den' }).click()
    await page.locator('#member-list').getByText('ana', { exact: true }).waitFor()
    await expect.poll(() => numberOf(page, 'Subscriptions')).toBe('1')
    expect(await page.title()).toBe('presence-den · PusherKit')

    const ben = stage.client({ id: 'ben' })
    await ben.subscribe('presence-den')
    await page.getByText('+ ben came').waitFor()
    await expect.poll(() => numberOf(page, 'Subscriptions')).toBe('2')
    ben[Symbol.dispose]()
    await page.getByText('− ben left').waitFor()
    await expect.poll(() => page.locator('#member-list li').allTextContents()).toEqual(['ana'])

    await page.reload()
    await page.locator('#member-list').getByText('ana', { exact: true }).waitFor()
    ana[Symbol.dispose]()
    await page.getByText('presence · vacated').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'All channels' }).waitFor()
  })

  test('finds channels by a part of the name and by its start, with the keyboard alone', async () => {
    using client = stage.client({ id: 'ana' })
    for (const name of ['orders-1', 'orders-2', 'private-orders-1', 'presence-bar'])
      await client.subscribe(name)
    const page = await stage.watch()
    await page.keyboard.press('/')
    await page.keyboard.type('ORDERS')
    await expect.poll(() => namesOf(page)).toEqual(['orders-1', 'orders-2', 'private-orders-1'])
    await page.getByLabel('Starts with').fill('private-')
    await expect.poll(() => namesOf(page)).toEqual(['private-orders-1'])
    await page.getByLabel('Starts with').fill('nothing')
    await page.getByText('No channel fits.').waitFor()
    await page.getByLabel('Starts with').fill('')

    await page.getByRole('searchbox').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    // Newcomers above it do not take the focus away.
    await client.subscribe('first-orders')
    await expect.poll(() => namesOf(page)).toContain('first-orders')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'orders-2' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').press('Escape')
    await expect.poll(() => namesOf(page)).toContain('presence-bar')
  })

  test('shows webhooks as they come, and those from before', async () => {
    const page = await stage.watch()
    await page.locator('#webhooks-state').getByText('live').waitFor()
    await stage.client().subscribe('told-live')
    await page.getByText('The first subscriber came to told-live').waitFor()
    await page.reload()
    await page.getByText('The first subscriber came to told-live').waitFor()
  })

  test('says when it is offline, and recovers', async () => {
    await stage.client().subscribe('was-there')
    const page = await stage.watch()
    await page.getByRole('link', { name: 'was-there' }).waitFor()
    await page.context().setOffline(true)
    await page.getByText(/Offline since .* The server cannot be reached\./).waitFor()
    await page.getByRole('status').getByText('offline').waitFor()
    expect(await namesOf(page)).toContain('was-there')
    expect(await numberOf(page, 'Occupied channels')).not.toBe('–')
    await screenshot(page, 'dashboard-offline')
    await stage.client().subscribe('came-meanwhile')
    await page.context().setOffline(false)
    await page.getByRole('status').getByText('live').waitFor()
    await page.locator('#banner').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'came-meanwhile' }).waitFor()
    await page.getByText('The first subscriber came to came-meanwhile').waitFor()
  })

  test('an outage of the Channels server is something else', async () => {
    const page = await stage.watch()
    stage.chat.emulator.faults.status(503)
    await page.getByText('The Channels server does not answer.').waitFor()
    stage.chat.emulator.faults.clear()
    await page.getByRole('status').getByText('live').waitFor()
  })

  test('signing out leaves nothing on the page, nor in the browser', async () => {
    await stage.client().subscribe('hidden-channel')
    const page = await stage.watch()
    await page.getByRole('link', { name: 'hidden-channel' }).click()
    await expect.poll(() => numberOf(page, 'Subscriptions')).toBe('1')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Password').waitFor()
    expect(await page.content()).not.toContain('hidden-channel')
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).toBe('{}')
    await enterPassword(page, PASSWORD)
    await page.getByRole('heading', { name: 'hidden-channel' }).waitFor()
  })

  test('a token that the server does not know any more asks for the password again', async () => {
    const page = await stage.watch()
    await page.evaluate(`sessionStorage.setItem('dashboard-token', 'of-before-a-restart')`)
    await page.getByText('Your session has ended. Please sign in again.').waitFor()
    expect(await page.locator('#dashboard').isHidden()).toBe(true)
  })

  test('hostile names are text', async () => {
    const hostile = '<img src=x onerror="document.title=1">'
    await stage.client({ id: hostile }).subscribe('presence-hostile')
    const page = await stage.watch()
    await page.getByRole('link', { name: 'presence-hostile' }).click()
    await page.locator('#member-list').getByText('onerror').waitFor()
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.title()).toBe('presence-hostile · PusherKit')
  })
})
