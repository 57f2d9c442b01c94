import type { Browser, Page, ViewportSize } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchChromium, noChromium } from './chromium.ts'

/** How a page is looked at: on a desk and in light colors, unless told. */
export interface Look {
  readonly viewport?: ViewportSize
  readonly colorScheme?: 'light' | 'dark'
}

/** Pages in browsers of their own: each has its own cookies and storage, and none from a test before. */
export interface Pages {
  /** An empty one, until the end of the test. */
  readonly take: (look?: Look) => Promise<Page>
}

const DESK: Required<Look> = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }

/** To be called inside of a `describe`. */
export function setPages(): Pages {
  let browser: Browser
  if (noChromium) console.warn(`Browser tests are left out: ${noChromium}`)

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(() => browser?.close())

  return {
    async take(look) {
      const context = await browser.newContext({ ...DESK, ...look, reducedMotion: 'reduce' })
      const page = await context.newPage()
      watchOver(page)
      return page
    },
  }
}

/** Has a page look otherwise. */
export async function show(page: Page, look: Look): Promise<void> {
  const { viewport, colorScheme } = { ...DESK, ...look }
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
