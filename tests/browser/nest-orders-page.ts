import type { LocalOrders } from '@pusherkit/app-nest-orders/local'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Opens the shop in a browser of its own. A script that fails on the page, or breaks its policy, fails the test. */
export async function openShop(
  browser: Browser,
  orders: LocalOrders,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.unreachable(`the page failed: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy/i.test(message.text())) expect.unreachable(message.text())
  })
  await page.goto(orders.url)
  return page
}

/** Somebody who has come in and is connected. */
export async function comeIn(
  browser: Browser,
  orders: LocalOrders,
  name: string,
  role: 'customer' | 'staff',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openShop(browser, orders, options)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel(role === 'staff' ? 'staff' : 'a customer', { exact: true }).check()
  await page.getByRole('button', { name: 'Come in' }).click()
  if (role === 'staff') await page.getByText(`${name} (you)`).waitFor()
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

/** Orders some of a product. */
export async function order(page: Page, product = 'Sidamo', quantity = 2): Promise<void> {
  await page.getByLabel(`How many: ${product}`).fill(`${quantity}`)
  await page.getByLabel('Street and number').fill('Hafenweg 3')
  await page.getByLabel('City').fill('Hamburg')
  await page.getByRole('button', { name: 'Place the order' }).click()
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Waits until the page shows an order in a state. */
export const waitForStatus = (page: Page, id: string, status: string): Promise<void> =>
  page.locator(`[data-order="${id}"] .badge`).getByText(status, { exact: true }).waitFor()
