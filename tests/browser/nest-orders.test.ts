import { type LocalOrders, startLocally } from '@pusherkit/app-nest-orders/local'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium, noChromium, screenshot } from './chromium.ts'
import { comeIn, openShop, order, press, waitForStatus } from './nest-orders-page.ts'

if (noChromium) console.warn(`Browser tests are left out: ${noChromium}`)

describe.skipIf(noChromium)('the orders, in several browsers', () => {
  let orders: LocalOrders
  let browser: Browser
  let passed: number

  beforeAll(async () => {
    browser = await launchChromium()
  })
  beforeEach(async () => {
    passed = 0
    orders = await startLocally({ settings: { now: () => Date.now() + passed } })
    return async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
      await orders[Symbol.asyncDispose]()
    }
  })
  afterAll(() => browser?.close())

  const customer = (name = 'Ana', options?: BrowserContextOptions): Promise<Page> =>
    comeIn(browser, orders, name, 'customer', options)
  const staff = (name = 'Kim', options?: BrowserContextOptions): Promise<Page> =>
    comeIn(browser, orders, name, 'staff', options)
  const current = (page: Page) => page.locator('[aria-current=step] span').allTextContents()

  test('an order moves, and the page of its customer follows', async () => {
    const kim = await staff()
    const ana = await customer()
    await order(ana)
    await kim.getByText('To be paid · 1').waitFor()
    expect(await kim.getByText('Hafenweg 3, Hamburg').count()).toBe(1)

    await press(ana, 'Pay A1001')
    await press(kim, 'Pack A1001')
    await waitForStatus(ana, 'A1001', 'Packed')
    expect(await current(ana)).toEqual(['Packed'])
    await press(kim, 'Ship A1001')
    await waitForStatus(ana, 'A1001', 'Shipped')
    await ana.getByText('Your order A1001 is on its way.').waitFor()
    await press(kim, 'Delivered A1001')
    await waitForStatus(ana, 'A1001', 'Delivered')
    await waitForStatus(kim, 'A1001', 'Delivered')
    expect(await ana.getByRole('button', { name: /A1001$/ }).count()).toBe(0)
  })

  test('who packed an order hears that the customer cancelled it', async () => {
    const kim = await staff()
    const ana = await customer()
    await order(ana)
    await press(ana, 'Pay A1001')
    await press(kim, 'Pack A1001')
    await press(ana, 'Cancel A1001')
    await kim.getByText('Ana cancelled A1001, which you packed.').waitFor()
    await waitForStatus(kim, 'A1001', 'Cancelled')
    await press(kim, 'Close this notice')
    expect(await kim.getByText('which you packed').count()).toBe(0)
  })

  test('staff see who is on shift, as they come and go', async () => {
    const kim = await staff()
    const lou = await staff('Lou')
    await kim.getByRole('region', { name: 'On shift' }).getByText('Lou').waitFor()
    await press(lou, 'Sign out')
    await kim.getByRole('region', { name: 'On shift' }).getByText('Lou').waitFor({ state: 'detached' })
  })

  test('staff see who is watching, and that nothing is published to who is not', async () => {
    const kim = await staff()
    const ana = await customer()
    await order(ana)
    await kim.getByText('Ana is watching').waitFor()
    await press(ana, 'Pay A1001')
    await kim.getByText('To pack · 1').waitFor()
    await ana.close()
    await kim.getByText('Ana is away').waitFor()
    passed = 11_000
    await press(kim, 'Pack A1001')
    await kim.getByText(/· 1 not sent, as nobody was listening/).waitFor()
    const { json } = await orders.emulator.waitFor('request', { json: { name: 'order.packed' } })
    expect(json).toMatchObject({ channels: ['presence-staff'] })
  })

  test('a customer is refused what is for staff, and the orders of others', async () => {
    const ana = await customer()
    await order(ana)
    await waitForStatus(ana, 'A1001', 'Placed')
    const eve = await customer('Eve')
    expect(await eve.getByText('A1001').count()).toBe(0)
    const statuses = await eve.evaluate(async () => {
      const form = (channel_name: string) => new URLSearchParams({ socket_id: '1.1', channel_name })
      const subscribe = (channel: string) => fetch('pusher/auth', { method: 'POST', body: form(channel) })
      const json = { 'content-type': 'application/json' }
      const body = JSON.stringify({ to: 'cancelled' })
      const answers = await Promise.all([
        subscribe('presence-staff'),
        subscribe('private-encrypted-addresses'),
        subscribe('private-customer-somebody'),
        fetch('audience'),
        fetch('orders/A1001/moves', { method: 'POST', headers: json, body }),
      ])
      return answers.map(({ status }) => status)
    })
    expect(statuses).toEqual([403, 403, 403, 403, 404])
  })

  test('a page whose session ended says that it may not follow', async () => {
    const ana = await customer()
    await ana.context().clearCookies()
    await orders.emulator.faults.dropConnections()
    await ana.getByText('You may not follow this (403). Sign out, and in again.').waitFor()
    await screenshot(ana, 'orders-refused')
  })

  test('what happened while a page was offline is there when it comes back', async () => {
    const kim = await staff()
    const ana = await customer()
    await order(ana)
    await press(ana, 'Pay A1001')
    await ana.context().setOffline(true)
    await orders.emulator.faults.dropConnections()
    await ana.getByText(/Connecting…|Offline/).waitFor()
    await kim.getByText('Live', { exact: true }).waitFor()
    await press(kim, 'Pack A1001')
    await ana.context().setOffline(false)
    await waitForStatus(ana, 'A1001', 'Packed')
  })

  test('what others typed is text, and what cannot be ordered is said', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const kim = await staff()
    const ana = await customer(hostile)
    await press(ana, 'Place the order')
    await ana.getByLabel('Street and number').fill(hostile)
    await ana.getByLabel('City').fill('Hamburg')
    await press(ana, 'Place the order')
    await ana.getByText('Pick something first.').waitFor()
    await order(ana)
    await kim.getByText(`${hostile} is watching`).waitFor()
    expect(await kim.locator('img').count()).toBe(0)
  })

  test('no page sees the secret, and no script reads the cookie', async () => {
    const page = await openShop(browser, orders)
    const bodies: Promise<string>[] = []
    page.on('response', (response) => bodies.push(response.text().catch(() => '')))
    await page.getByLabel('Your name').fill('Eve')
    await press(page, 'Come in')
    await page.getByText('Live', { exact: true }).waitFor()
    const seen = (await Promise.all(bodies)).join('\n')
    expect(seen).toContain(orders.emulator.serverOptions().key)
    expect(seen).not.toContain(orders.emulator.serverOptions().secret)
    expect(await page.evaluate('document.cookie')).toBe('')
  })

  describe.each(['light', 'dark'] as const)('in %s colors', (colorScheme) => {
    test.each([
      ['desktop', { width: 1280, height: 900 }],
      ['phone', { width: 380, height: 780 }],
    ])('fits a %s', async (device, viewport) => {
      const look = { viewport, colorScheme }
      const welcome = await openShop(browser, orders, look)
      await screenshot(welcome, `orders-welcome-${device}-${colorScheme}`)
      const kim = await staff('Kim', look)
      await staff('Lou')
      const ana = await customer('Ana', look)
      const ben = await customer('Ben')
      for (const product of ['Sidamo', 'Huila', 'Evening blend']) await order(ana, product)
      await waitForStatus(ana, 'A1003', 'Placed')
      await order(ben, 'Paper filters', 3)
      await press(ana, 'Pay A1001')
      await press(ana, 'Pay A1002')
      await press(kim, 'Pack A1001')
      await press(kim, 'Ship A1001')
      await press(kim, 'Cancel A1002')
      await press(ben, 'Pay A1004')
      await kim.getByText('To pack · 1').waitFor()
      await kim.getByText('Ben is watching').waitFor()
      await waitForStatus(ana, 'A1002', 'Cancelled')
      for (const [page, name] of [
        [ana, 'customer'],
        [kim, 'staff'],
      ] as const) {
        await screenshot(page, `orders-${name}-${device}-${colorScheme}`)
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      }
    })
  })
})
