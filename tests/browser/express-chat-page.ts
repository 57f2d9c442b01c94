import type { Locator, Page } from 'playwright-core'

/** Types a name and comes in. */
export async function comeIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
}

/** Comes in, and waits until they see themselves in the lobby. */
export async function enter(page: Page, name: string): Promise<Page> {
  await comeIn(page, name)
  await page.locator('#people').getByText(name, { exact: true }).waitFor({ state: 'attached' })
  return page
}

export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
}

/** Opens a room, or the conversation with a person. */
export const choose = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`\\b${name}\\b`) })
    .first()
    .click()

export const messages = (page: Page): Locator => page.locator('#messages .what')
export const waitFor = (page: Page, text: string): Promise<void> =>
  page.getByText(text, { exact: true }).first().waitFor()
