import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { order, press, waitForStatus } from './nest-orders-page.ts'
import { setOrdersStage } from './nest-orders-stage.ts'

describe.skipIf(noChromium)('the orders, in several browsers', () => {
  const stage = setOrdersStage()
  const current = (page: Page) => page.locator('[aria-current=step] span').allTextContents()

  test('an order moves, and the page of its customer follows', async () => {
    const [kim, ana] = await stage.both()
    await order(ana)
    await kim.getByText('To be paid · 1').waitFor()
    await kim.getByText('Hafenweg 3, Hamburg').waitFor()

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
    const [kim, ana] = await stage.both()
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
    const kim = await stage.staff()
    const lou = await stage.staff('Lou')
    await kim.getByRole('region', { name: 'On shift' }).getByText('Lou').waitFor()
    await press(lou, 'Sign out')
    await kim.getByRole('region', { name: 'On shift' }).getByText('Lou').waitFor({ state: 'detached' })
  })

  test('staff see who is watching, and that nothing is published to who is not', async () => {
    const [kim, ana] = await stage.both()
    await order(ana)
    await kim.getByText('Ana is watching').waitFor()
    await press(ana, 'Pay A1001')
    await kim.getByText('To pack · 1').waitFor()
    await ana.close()
    await kim.getByText('Ana is away').waitFor()
    stage.pass(11_000)
    await press(kim, 'Pack A1001')
    await kim.getByText(/· 1 not sent, as nobody was listening/).waitFor()
    const { json } = await stage.orders.emulator.waitFor('request', { json: { name: 'order.packed' } })
    expect(json).toMatchObject({ channels: ['presence-staff'] })
  })

  test('a customer is refused what is for staff, and the orders of others', async () => {
    const ana = await stage.customer()
    await order(ana)
    await waitForStatus(ana, 'A1001', 'Placed')
    const eve = await stage.customer('Eve')
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
    const ana = await stage.customer()
    await ana.context().clearCookies()
    await stage.orders.emulator.faults.dropConnections()
    await ana.getByText('You may not follow this (403). Sign out, and in again.').waitFor()
    await screenshot(ana, 'orders-refused')
  })

  test('what happened while a page was offline is there when it comes back', async () => {
    const [kim, ana] = await stage.both()
    await order(ana)
    await press(ana, 'Pay A1001')
    await ana.context().setOffline(true)
    await stage.orders.emulator.faults.dropConnections()
    await ana.getByText(/Connecting…|Offline/).waitFor()
    await kim.getByText('Live', { exact: true }).waitFor()
    await press(kim, 'Pack A1001')
    await ana.context().setOffline(false)
    await waitForStatus(ana, 'A1001', 'Packed')
  })

  test('what others typed is text, and what cannot be ordered is said', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const kim = await stage.staff()
    const ana = await stage.customer(hostile)
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
    const page = await stage.visit()
    const bodies: Promise<string>[] = []
    page.on('response', (response) => bodies.push(response.text().catch(() => '')))
    await page.getByLabel('Your name').fill('Eve')
    await press(page, 'Come in')
    await page.getByText('Live', { exact: true }).waitFor()
    const seen = (await Promise.all(bodies)).join('\n')
    expect(seen).toContain(stage.orders.emulator.serverOptions().key)
    expect(seen).not.toContain(stage.orders.emulator.serverOptions().secret)
    expect(await page.evaluate('document.cookie')).toBe('')
  })
})
