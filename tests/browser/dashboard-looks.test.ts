import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { numberOf, setDashboardStage } from './dashboard-stage.ts'
import { expectToFit, show } from './pages.ts'

const PHONE = { width: 380, height: 720 }
const LOOKS = [
  ['phone', PHONE],
  ['desktop', { width: 1280, height: 860 }],
] as const
const LONG = `private-${'a-very-long-name-'.repeat(8)}`

describe.skipIf(noChromium)('the dashboard', () => {
  const stage = setDashboardStage()

  /** A life with something on every part of the page. */
  async function live(page: Page): Promise<void> {
    const users = (count: string) => expect.poll(() => numberOf(page, 'Users')).toBe(count)
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

  /** Looks at the page on every device, in light and in dark colors. */
  async function fits(page: Page, name: string): Promise<void> {
    for (const [device, viewport] of LOOKS) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await show(page, { viewport, colorScheme })
        await expectToFit(page)
        await screenshot(page, `dashboard-${name}${device}-${colorScheme}`)
      }
    }
  }

  test('fits a phone and a desktop, in light and in dark colors', async () => {
    const page = await stage.watch({ viewport: PHONE })
    await live(page)
    await fits(page, '')
    await page.getByRole('link', { name: 'presence-lobby' }).click()
    await page.locator('#member-list').getByText('user-3', { exact: true }).waitFor()
    await stage.client({ id: 'late' }).subscribe('presence-lobby')
    await page.getByText('+ late came').waitFor()
    await fits(page, 'channel-')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Password').waitFor()
    await fits(page, 'sign-in-')
  })

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
    await expect.poll(() => has(0x3d, 0x53, 0xc5)).toBe(true)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => has(0xa9, 0xb6, 0xff)).toBe(true)
    expect(await has(0x3d, 0x53, 0xc5)).toBe(false)
  })
})
