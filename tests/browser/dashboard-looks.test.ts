import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { numberOf, setDashboardStage } from './dashboard-stage.ts'

const DESKTOP = { width: 1280, height: 860 }
const PHONE = { width: 380, height: 720 }
const LOOKS = [
  ['desktop-light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['desktop-dark', { viewport: DESKTOP, colorScheme: 'dark' }],
  ['phone-light', { viewport: PHONE, colorScheme: 'light' }],
  ['phone-dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const
const LONG = `private-${'a-very-long-name-'.repeat(8)}`

describe.skipIf(noChromium)('the dashboard', () => {
  const stage = setDashboardStage()

  /** A life with something on every part of the page. */
  async function live(page: Page): Promise<void> {
    const users = (count: string) =>
      expect.poll(() => numberOf(page, 'Users'), { timeout: 10_000 }).toBe(count)
    const people = Array.from({ length: 24 }, (_, n) => stage.client({ id: `user-${n}` }))
    await Promise.all(people.slice(0, 9).map((one) => one.subscribe('presence-lobby')))
    for (const name of ['orders', 'cache-prices', 'private-orders-4711', 'private-cache-rates', LONG])
      await people[0]?.subscribe(name)
    await users('9')
    await Promise.all(people.slice(9).map((one, n) => one.subscribe(`presence-room-${n % 5}`)))
    await users('24')
    for (const one of people.slice(18)) one[Symbol.dispose]()
    await users('18')
  }

  async function fits(page: Page, name: string): Promise<void> {
    await screenshot(page, name)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name).toBe(true)
  }

  test('fits a desktop and a phone, in light and in dark colors', async () => {
    const pages = await Promise.all(
      LOOKS.map(async ([name, options]) => [name, await stage.watch(options)] as const),
    )
    for (const [, page] of pages.slice(0, 1)) await live(page)
    for (const [name, page] of pages) {
      await expect.poll(() => numberOf(page, 'Users'), { timeout: 10_000 }).toBe('18')
      await fits(page, `dashboard-${name}`)
      await page.getByRole('link', { name: 'presence-lobby' }).click()
      await page.locator('#member-list').getByText('user-3', { exact: true }).waitFor()
    }
    await stage.client({ id: 'late' }).subscribe('presence-lobby')
    for (const [name, page] of pages) {
      await page.getByText('+ late came').waitFor()
      await fits(page, `dashboard-channel-${name}`)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByLabel('Password').waitFor()
      await fits(page, `dashboard-sign-in-${name}`)
    }
  }, 60_000)

  test('charts take the colors of the page, and new ones when these change', async () => {
    const page = await stage.watch({ colorScheme: 'light' })
    await stage.client().subscribe('news')
    /** Whether the line of a chart has this color. */
    const has = (...color: number[]) =>
      page.evaluate(`[...document.querySelectorAll('canvas')].some((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        for (let i = 0; i < data.length; i += 4)
          if ([${color}, 255].every((part, n) => data[i + n] === part)) return true
        return false
      })`)
    await expect.poll(() => has(0x3d, 0x53, 0xc5), { timeout: 10_000 }).toBe(true)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => has(0xa9, 0xb6, 0xff), { timeout: 10_000 }).toBe(true)
    expect(await has(0x3d, 0x53, 0xc5)).toBe(false)
  })
})
