import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { choose, say, waitFor } from './express-chat-page.ts'
import { setChatStage } from './express-chat-stage.ts'
import { expectToFit, show } from './pages.ts'

const PHONE = { width: 380, height: 720 }
const DEVICES = [
  ['phone', PHONE],
  ['tablet', { width: 820, height: 1000 }],
  ['desktop', { width: 1280, height: 800 }],
] as const

describe.skipIf(noChromium)('what the chat looks like', () => {
  const stage = setChatStage()

  /** Looks at the page in light and in dark colors. */
  async function fits(page: Page, name: string, viewport = PHONE): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await show(page, { viewport, colorScheme })
      await expectToFit(page)
      await screenshot(page, `chat-${name}-${colorScheme}`)
    }
  }

  test('it fits a phone, a tablet and a desktop, in light and in dark colors', async () => {
    const ben = await stage.person('Ben')
    const ana = await stage.person('Ana', { viewport: PHONE })
    await say(ben, 'Has anybody tried the new rooms?')
    await waitFor(ana, 'Has anybody tried the new rooms?')
    await say(ana, 'Yes! Plans is private, and the vault is encrypted all the way.')
    await say(ana, 'https://example.com/a-very-long-address-without-any-space-that-has-to-break-somewhere')
    await say(ben, 'Nice')
    await waitFor(ana, 'Nice')
    await ben.getByLabel('Message', { exact: true }).pressSequentially('And')
    await waitFor(ana, 'Ben is typing…')
    for (const [device, viewport] of DEVICES) await fits(ana, device, viewport)
  })

  test('its menu and its private rooms fit a phone', async () => {
    await stage.person('Ben')
    const ana = await stage.person('Ana', { viewport: PHONE })
    const openMenu = () => ana.getByRole('button', { name: 'Rooms and people' }).click()
    await openMenu()
    await ana.getByRole('button', { name: 'Vault' }).waitFor()
    await fits(ana, 'menu')
    await choose(ana, 'Vault')
    await ana.getByRole('heading', { name: 'Vault' }).waitFor()

    await openMenu()
    await ana.getByLabel('Title of a new private room').fill('A birthday that is a secret')
    await ana.getByRole('button', { name: 'Make the room' }).click()
    await ana.getByRole('button', { name: 'Invite' }).waitFor()
    await fits(ana, 'invite')
  })
})
