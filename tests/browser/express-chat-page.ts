import type { LocalChat } from '@pusherkit/app-express-chat/local'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Opens the chat in a browser of its own. A script that fails on the page, or breaks its policy, fails the test. */
export async function openChat(
  browser: Browser,
  chat: LocalChat,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.unreachable(`the page failed: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy/i.test(message.text())) expect.unreachable(message.text())
  })
  await page.goto(chat.url)
  return page
}

/** Types a name and comes in. */
export async function comeIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
}

/** Somebody who has come in and sees themselves in the lobby. */
export async function enter(
  browser: Browser,
  chat: LocalChat,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openChat(browser, chat, options)
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
