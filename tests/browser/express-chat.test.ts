import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChat } from '@pusherkit/app-express-chat'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, noChromium, screenshot } from './chromium.ts'

if (noChromium) console.warn(`Browser tests are left out: ${noChromium}`)

describe.skipIf(noChromium)('the chat in two tabs', () => {
  let emulator: Emulator
  let server: Server
  let browser: Browser
  let url: string

  beforeAll(async () => {
    emulator = await startEmulator()
    const options = emulator.serverOptions()
    const app = createChat({
      server: options,
      client: { key: options.key, options: emulator.clientOptions() },
    })
    server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    server?.closeAllConnections()
    server?.close()
    await emulator?.close()
  })

  async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    page.on('pageerror', (error) => expect.unreachable(`the page failed: ${error.message}`))
    await page.goto(url)
    await page.getByText('connected', { exact: true }).waitFor()
    await page.getByLabel('Name').fill(name)
    return page
  }
  async function say(page: Page, text: string): Promise<void> {
    await page.getByLabel('Message', { exact: true }).fill(text)
    await page.getByRole('button', { name: 'Send' }).click()
  }
  const shown = (page: Page) => page.locator('#messages .what').allTextContents()
  const waitFor = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()

  test('each tab sees what the other writes, and its own message once', async () => {
    const ana = await open('Ana', { viewport: { width: 900, height: 600 } })
    const ben = await open('Ben', { viewport: { width: 390, height: 700 }, colorScheme: 'dark' })
    await say(ana, 'Hello, Ben')
    await waitFor(ben, 'Hello, Ben')
    await say(ben, 'Hello, Ana <b>bold</b> 👋')
    await waitFor(ana, 'Hello, Ana <b>bold</b> 👋')
    await say(ana, 'Bye')
    await waitFor(ben, 'Bye')
    const all = ['Hello, Ben', 'Hello, Ana <b>bold</b> 👋', 'Bye']
    expect(await shown(ana)).toEqual(all)
    expect(await shown(ben)).toEqual(all)
    expect(await ana.locator('#messages .mine .what').allTextContents()).toEqual(['Hello, Ben', 'Bye'])
    expect(await ben.locator('#messages .mine .what').allTextContents()).toEqual([
      'Hello, Ana <b>bold</b> 👋',
    ])
    await screenshot(ana, 'chat-light')
    await screenshot(ben, 'chat-dark-phone')
    expect(await ben.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

  test('the page never sees the secret', async () => {
    const page = await open('Eve')
    const bodies: Promise<string>[] = []
    page.on('response', (response) => bodies.push(response.text().catch(() => '')))
    await page.reload({ waitUntil: 'networkidle' })
    const seen = (await Promise.all(bodies)).join('\n')
    expect(seen).toContain(emulator.serverOptions().key)
    expect(seen).not.toContain(emulator.serverOptions().secret)
  })

  test('a message that could not be delivered says so and stays in the box', async () => {
    const page = await open('Ana')
    await page.route('**/messages', (route) =>
      route.fulfill({ status: 502, json: { error: 'Please try again.' } }),
    )
    await say(page, 'Hello?')
    await waitFor(page, 'Please try again.')
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('Hello?')
    expect(await shown(page)).toEqual([])
  })
})
