import type { Page } from 'playwright-core'

/** Comes in, and waits until they are connected. */
export async function comeIn(page: Page, name: string, role: 'customer' | 'staff'): Promise<Page> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel(role === 'staff' ? 'staff' : 'a customer', { exact: true }).check()
  await page.getByRole('button', { name: 'Come in' }).click()
  if (role === 'staff') await page.getByText(`${name} (you)`).waitFor()
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

/** Orders some of a product, and waits until that is through: the form takes no second order before. */
export async function order(page: Page, product = 'Sidamo', quantity = 2): Promise<void> {
  await page.getByLabel(`How many: ${product}`).fill(`${quantity}`)
  await page.getByLabel('Street and number').fill('Hafenweg 3')
  await page.getByLabel('City').fill('Hamburg')
  await page.getByRole('button', { name: 'Place the order' }).click()
  await page.locator('form[data-busy]').waitFor({ state: 'detached' })
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Waits until the page shows an order in a state. */
export const waitForStatus = (page: Page, id: string, status: string): Promise<void> =>
  page.locator(`[data-order="${id}"] .badge`).getByText(status, { exact: true }).waitFor()
