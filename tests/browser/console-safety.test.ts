import { Pusher } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, test } from 'vitest'
import { JsClient } from '../support/index.ts'
import { noChromium } from './chromium.ts'
import { entriesOf, openConsole, publish, waitForEntry } from './console-page.ts'
import { setStage } from './console-stage.ts'

describe.skipIf(noChromium)('what the debug console keeps to itself', () => {
  const stage = setStage()

  test('shows markup as text, wherever it comes from', async () => {
    const image = '<img src=x onerror="document.title=`hacked`">'
    const page = await stage.open()
    using client = new JsClient(stage.emulator, { id: image, user_info: { name: image } })
    await client.subscribe('presence-room')
    await stage.pusher.trigger('news', image, { text: image })
    await publish(page, image, image, image)
    await page.getByText(/^Refused: 400/).waitFor()
    await page.locator('#channels').getByText('presence-room').click()
    await page.locator('#detail').getByText('onerror').first().waitFor()
    // The newest is on top: what is clicked must not move. They tell of the client, its channel, the event and two requests.
    await expect.poll(() => entriesOf(page).count()).toBe(5)
    for (const entry of await entriesOf(page).getByRole('button').all()) await entry.click()

    // The user, the name and the data of the event, what was asked twice, and why it was refused.
    await expect.poll(() => page.locator('#log dd').filter({ hasText: 'onerror' }).count()).toBe(6)
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.title()).toBe('PusherKit emulator')
  })

  test('chooses among apps, and shows how to connect without the secret', async () => {
    const app = (n: number) => ({ appId: `id-${n}`, key: `key-${n}`, secret: `hush-${n}` })
    await using two = await startEmulator({ apps: [app(1), app(2)] })
    const page = await openConsole(await stage.pages.take(), two)
    await new Pusher(two.serverOptions('id-2')).trigger('news', 'of-the-second', {})
    await page.getByText('How to connect').click()
    await page.locator('#connect').getByText('"key-1"').first().waitFor()
    expect(await entriesOf(page).count()).toBe(0)

    await page.getByRole('combobox', { name: 'App' }).selectOption('id-2')

    await waitForEntry(page, 'of-the-second')
    await page.locator('#connect').getByText('"key-2"').first().waitFor()
    expect(await page.content()).not.toContain('hush')
  })

  test('asks for the token, and takes it out of the address', async () => {
    const consoleToken = 'a-token-for-the-test'
    await using locked = await startEmulator({ consoleToken })
    const page = await stage.pages.take()
    await page.goto(locked.url)
    await page.getByText('A token is needed').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('token')

    await page.keyboard.type(consoleToken)
    await page.keyboard.press('Enter')
    await page.getByText('live', { exact: true }).waitFor()

    const other = await openConsole(await stage.pages.take(), locked)
    expect(other.url()).toBe(`${locked.url}/`)
  })

  test('a website that somebody visits cannot read it', async () => {
    const website = await stage.pages.take()
    await using elsewhere = await startEmulator()
    // Any page of another origin: this one has no Content-Security-Policy that would stop it by itself.
    await website.goto(`${elsewhere.url}/apps/x`)
    const closed = await website.evaluate(
      `new Promise((done) => { new WebSocket('${stage.emulator.url.replace('http', 'ws')}/console').onclose = ({ code }) => done(code) })`,
    )

    expect(closed).toBe(4403)
  })
})
