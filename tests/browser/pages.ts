import type { Browser, Page, ViewportSize } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchChromium, noChromium } from './chromium.ts'

/** How a page is looked at: on a desk and in light colors, unless told. */
export interface Look {
  readonly viewport?: ViewportSize
  readonly colorScheme?: 'light' | 'dark'
}

/** Pages in browsers of their own: each has its own cookies, and none from a test before. */
export interface Pages {
  /** An empty one, until the end of the test. */
  readonly take: (look?: Look) => Promise<Page>
}

/**
 * To be called inside of a `describe`. A page is cleaned and taken again, as to make one costs more than most tests do
 * with it. What a site stored stays, but for cookies: so each test needs a site on an address of its own.
 */
export function setPages(): Pages {
  let browser: Browser
  let free: Page[] = []
  let taken: Page[] = []
  if (noChromium) console.warn(`Browser tests are left out: ${noChromium}`)

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterEach(async () => {
    const used = taken
    taken = []
    await Promise.all(used.map(clean))
    free = [...free, ...used].filter((page) => !page.isClosed())
  })
  afterAll(() => browser?.close())

  return {
    async take(look = {}) {
      const page = free.pop() ?? (await makePage(browser))
      taken.push(page)
      watchOver(page)
      await show(page, look)
      return page
    },
  }
}

/** Has a page look otherwise. */
export async function show(
  page: Page,
  { viewport = { width: 1280, height: 800 }, colorScheme = 'light' }: Look,
): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize(viewport)
}

/** A script that fails on the page, or breaks its Content-Security-Policy, fails the test. */
export function watchOver(page: Page): void {
  page.on('pageerror', (error) => expect.unreachable(`the page failed: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text()))
      expect.unreachable(message.text())
  })
}

/** Fails unless the page is as wide as its window. */
export const expectToFit = (page: Page): Promise<void> =>
  // It may still be about to notice that the window changed.
  expect.poll(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)

async function makePage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  return context.newPage()
}

async function clean(page: Page): Promise<void> {
  const context = page.context()
  page.removeAllListeners()
  await context.setOffline(false)
  // One that is just going elsewhere by itself, as after signing out, cannot be stopped: it is closed.
  await page.goto('about:blank').catch(() => page.close())
  if (page.isClosed()) return context.close()
  await context.clearCookies()
}
