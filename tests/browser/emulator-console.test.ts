import { describe, expect, test } from 'vitest'
import { event, JsClient } from '../support/index.ts'
import { noChromium, screenshot } from './chromium.ts'
import { liveALittle } from './console-demo.ts'
import { entriesOf, publish, waitForEntry } from './console-page.ts'
import { setStage } from './console-stage.ts'
import { expectToFit, show } from './pages.ts'

describe.skipIf(noChromium)('the debug console of the emulator', () => {
  const stage = setStage()

  test('shows what happened before it was opened, and what happens then', async () => {
    await stage.pusher.trigger('news', 'before', {})
    const page = await stage.open()
    await waitForEntry(page, 'before')

    using client = new JsClient(stage.emulator)
    await client.subscribe('news')
    await stage.pusher.trigger('news', 'after', { hello: 'world' })

    await waitForEntry(page, 'after {"hello":"world"}')
    await page.locator('#channels').getByText('news').waitFor()
    await page.locator('#connections').getByText(client.socketId).waitFor()
  })

  test('an entry opens, and shows its payload laid out', async () => {
    const page = await stage.open()
    await stage.pusher.trigger('news', 'e', { a: { b: [1, 2] } })
    await entriesOf(page).filter({ hasText: '"a":' }).getByRole('button').click()

    await page.locator('dd', { hasText: /^\{\n {2}"a": \{\n {4}"b"/ }).waitFor()
  })

  test('a channel opens, and shows its members', async () => {
    using ana = new JsClient(stage.emulator, { id: 'ana', user_info: { name: 'Ana' } })
    await ana.subscribe('presence-room')
    const page = await stage.open()
    await page.locator('#channels').getByText('presence-room').click()

    await page.locator('#detail').getByText('"name": "Ana"').waitFor()

    ana.pusher.unsubscribe('presence-room')
    await page.locator('#detail').getByText('Members 0').waitFor()
  })

  test('filters by words and by kinds', async () => {
    const page = await stage.open()
    await stage.pusher.trigger('news', 'one', {})
    await stage.pusher.trigger('news', 'two', {})
    await waitForEntry(page, 'two to news')

    await page.getByLabel('Filter').fill('ONE news')
    expect(await entriesOf(page).count()).toBe(2)
    await page.getByLabel('Requests').uncheck()
    expect(await entriesOf(page).count()).toBe(1)
    expect(await page.locator('#counts').textContent()).toBe('1 of 4 entries')
  })

  test('pauses, goes on where it was, and clears', async () => {
    const page = await stage.open()
    await page.getByRole('button', { name: 'Pause' }).click()
    await stage.pusher.trigger('news', 'meanwhile', {})
    await page.getByText('2 waiting').waitFor()
    expect(await entriesOf(page).count()).toBe(0)

    await page.getByRole('button', { name: 'Pause' }).click()
    await waitForEntry(page, 'meanwhile')

    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await entriesOf(page).count()).toBe(0)
  })

  test('publishes an event that a client receives', async () => {
    using client = new JsClient(stage.emulator)
    const arrived = event(await client.subscribe('news'), 'hello')
    const page = await stage.open()

    await publish(page, 'news', 'hello', '{"n": 1}')

    expect(await arrived).toEqual({ n: 1 })
    await page.getByText('Published: 200 {}').waitFor()
  })

  test('shows why an event is refused', async () => {
    const page = await stage.open()
    await publish(page, 'no spaces', 'hello', '{}')

    await page.getByText(/^Refused: 400 Invalid channel name "no spaces"/).waitFor()
  })

  test('does everything with the keyboard alone', async () => {
    using client = new JsClient(stage.emulator)
    const channel = await client.subscribe('news')
    const page = await stage.open()
    const keys = page.keyboard
    await waitForEntry(page, 'subscribed')

    await keys.press('n')
    await keys.type('news')
    await keys.press('Tab')
    await keys.type('typed')
    await keys.press('Tab')
    await keys.press('ControlOrMeta+a')
    await keys.type('{"by":"hand"}')
    const arrived = event(channel, 'typed')
    await keys.press('Control+Enter')
    expect(await arrived).toEqual({ by: 'hand' })
    await waitForEntry(page, 'typed to news')

    await keys.press('Escape')
    await keys.press('l')
    await keys.press('ArrowDown')
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await page.locator('dd', { hasText: '"by": "hand"' }).waitFor()
    await keys.press('ArrowUp')
    expect(await page.evaluate('document.activeElement.textContent')).toContain('typed to news')

    await keys.press('/')
    await keys.type('subscribed p c')
    expect(await page.getByLabel('Filter').inputValue()).toBe('subscribed p c')
    await keys.press('ControlOrMeta+a')
    await keys.type('subscribed')
    expect(await entriesOf(page).count()).toBe(1)

    await keys.press('Escape')
    await keys.press('p')
    expect(await page.getByRole('button', { name: 'Pause' }).getAttribute('aria-pressed')).toBe('true')
    await keys.press('c')
    expect(await entriesOf(page).count()).toBe(0)
  })

  test('looks well: light, dark, and on a phone', async () => {
    using _life = await liveALittle(stage.emulator)
    const page = await stage.open()
    await waitForEntry(page, 'Client event rejected')
    for (const colorScheme of ['light', 'dark'] as const) {
      await show(page, { viewport: { width: 380, height: 760 }, colorScheme })
      await expectToFit(page)
      await screenshot(page, `console-${colorScheme}-phone`)
    }

    await show(page, { colorScheme: 'light' })
    await page.locator('#channels').getByText('presence-room').click()
    await page.getByRole('heading', { name: 'presence-room' }).waitFor()
    await entriesOf(page).filter({ hasText: 'order-shipped {' }).getByRole('button').click()
    await screenshot(page, 'console-light')

    await show(page, { colorScheme: 'dark' })
    await page.getByText('How to connect').click()
    await screenshot(page, 'console-dark')
  })
})
