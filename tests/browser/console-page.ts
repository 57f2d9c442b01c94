import type { Emulator } from '@pusherkit/emulator'
import type { Locator, Page } from 'playwright-core'

/** Opens the console on an empty page, and waits until it is live. */
export async function openConsole(page: Page, emulator: Emulator): Promise<Page> {
  await page.goto(emulator.consoleUrl() ?? '')
  await page.getByText('live', { exact: true }).waitFor()
  return page
}

/** The entries that can be seen, the newest first. */
export const entriesOf = (page: Page): Locator => page.locator('#log > li:not(.gap):visible')

/** Waits for an entry with this text. */
export const waitForEntry = (page: Page, text: string): Promise<void> =>
  entriesOf(page).filter({ hasText: text }).first().waitFor()

/** Fills in the form that publishes, and sends it. */
export async function publish(page: Page, channel: string, event: string, data: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Publish an event' })
  await form.getByLabel('Channel').fill(channel)
  await form.getByLabel('Event').fill(event)
  await form.getByLabel('Data').fill(data)
  await form.getByRole('button', { name: 'Publish' }).click()
}
