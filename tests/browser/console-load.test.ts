import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, test } from 'vitest'
import { noChromium } from './chromium.ts'
import { entriesOf, publish, waitForEntry } from './console-page.ts'
import { setStage } from './console-stage.ts'

describe.skipIf(noChromium)('the debug console when much happens, or nothing any more', () => {
  const stage = setStage()

  test('stays awake when 1,000 events a second are published, and says what it leaves out', async () => {
    const page = await stage.open()
    for (let second = 0; second < 3; second++) {
      const published = Array.from({ length: 1_000 }, (_, n) =>
        stage.pusher.trigger('flood', 'e', { second, n }),
      )
      expect(await page.evaluate('new Promise((done) => requestAnimationFrame(() => done("awake")))')).toBe(
        'awake',
      )
      await Promise.all(published)
    }
    await stage.pusher.trigger('flood', 'last', {})
    await page.locator('#counts', { hasText: /[\d,]+ not shown/ }).waitFor()

    expect(await page.locator('#log > li').count()).toBeLessThanOrEqual(1_000)
    await page.locator('.gap', { hasText: 'they came too fast' }).first().waitFor()
    await publish(page, 'flood', 'still-works', '{}')
    await page.getByText('Published: 200 {}').waitFor()
  })

  test('keeps 1,000 lines, however many come', async () => {
    const page = await stage.open()
    await page.evaluate(`(async () => {
      const { Log } = await import('/console/log.js')
      const entry = { seq: 1, at: 0, appId: 'a', kind: 'signin', socketId: '1.1', userId: 'u' }
      const log = new Log(() => true, () => {})
      for (let frame = 0; frame < 3; frame++) {
        log.add(Array(600).fill(entry), 0)
        await new Promise(requestAnimationFrame)
      }
    })()`)

    expect(await page.locator('#log > li').count()).toBe(1_000)
  })

  test('says when the emulator is gone, and comes back with it', async () => {
    const page = await stage.open()
    await stage.pusher.trigger('news', 'of-the-first', {})
    await waitForEntry(page, 'of-the-first')
    const { port } = stage.emulator

    await stage.emulator.close()
    await page.getByText('The emulator is gone. Trying again…').waitFor()
    await using _again = await startEmulator({ port })

    await page.getByText('live', { exact: true }).waitFor()
    await page.getByText('The emulator was started again').waitFor()
    expect(await entriesOf(page).count()).toBe(0)
  })
})
