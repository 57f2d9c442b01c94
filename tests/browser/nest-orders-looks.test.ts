import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { comeIn, order, press, waitForStatus } from './nest-orders-page.ts'
import { setOrdersStage } from './nest-orders-stage.ts'
import { expectToFit, show } from './pages.ts'

const DEVICES = [
  ['phone', { width: 380, height: 780 }],
  ['desktop', { width: 1280, height: 900 }],
] as const

describe.skipIf(noChromium)('what the orders look like', () => {
  const stage = setOrdersStage()

  /** Looks at the page on every device, in light and in dark colors. */
  async function fits(page: Page, name: string): Promise<void> {
    for (const [device, viewport] of DEVICES) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await show(page, { viewport, colorScheme })
        await expectToFit(page)
        await screenshot(page, `orders-${name}-${device}-${colorScheme}`)
      }
    }
  }

  test('they fit a phone and a desktop, in light and in dark colors', async () => {
    const [kim, ana, ben] = await Promise.all([
      stage.visit(),
      stage.customer('Ana', { viewport: { width: 380, height: 780 } }),
      stage.customer('Ben'),
      stage.staff('Lou'),
    ])
    await fits(kim, 'welcome')
    await comeIn(kim, 'Kim', 'staff')
    for (const product of ['Sidamo', 'Huila', 'Evening blend']) await order(ana, product)
    await waitForStatus(ana, 'A1003', 'Placed')
    await order(ben, 'Paper filters', 3)
    await press(ana, 'Pay A1001')
    await press(ana, 'Pay A1002')
    await press(kim, 'Pack A1001')
    await press(kim, 'Ship A1001')
    await press(kim, 'Cancel A1002')
    await press(ben, 'Pay A1004')
    await kim.getByText('To pack · 1').waitFor()
    await kim.getByText('Ben is watching').waitFor()
    await waitForStatus(ana, 'A1002', 'Cancelled')
    await fits(ana, 'customer')
    await fits(kim, 'staff')
  })
})
