import type { Emulator } from '@pusherkit/emulator'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Opens the console and waits until it is live. A script that fails on it fails the test. */
export async function openConsole(
  browser: Browser,
  emulator: Emulator,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.unreachable(`the page failed: ${error.message}`))
  page.on('console', (message) => {
    // What the Content-Security-Policy stops is said here.
    if (message.type() === 'error' && /policy/i.test(message.text())) expect.unreachable(message.text())
  })
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
