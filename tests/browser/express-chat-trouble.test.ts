import { describe, expect, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { comeIn, messages, say, waitFor } from './express-chat-page.ts'
import { setChatStage } from './express-chat-stage.ts'

describe.skipIf(noChromium)('the chat, when something is refused, lost or secret', () => {
  const stage = setChatStage()

  test('webhooks appear as they come', async () => {
    const ana = await stage.person('Ana')
    const log = ana.getByRole('region', { name: 'Webhooks' })
    await log.getByText('Ana joined presence-cache-lobby').waitFor()
    const ben = await stage.person('Ben')
    await log.getByText('Ben joined presence-cache-lobby').waitFor()
    await ben.getByRole('button', { name: 'Sign out' }).click()
    await log.getByText('Ben left presence-cache-lobby').waitFor()
  })

  test('the host removes somebody, who sees why and cannot come back at once', async () => {
    const [ana, ben] = await stage.people('Ana', 'Ben')
    expect(await ben.getByRole('button', { name: 'Remove Ana' }).count()).toBe(0)
    ana.on('dialog', (dialog) => dialog.accept())
    await ana.getByRole('button', { name: 'Remove Ben' }).click()

    const notice = ben.getByText(/^Ana removed you\. You can come back in \d+ seconds\.$/)
    await notice.waitFor()
    await ana.getByRole('button', { name: 'Remove Ben' }).waitFor({ state: 'detached' })
    await comeIn(ben, 'Benedict')
    await notice.waitFor()
    await ben.reload()
    await notice.waitFor()
    await screenshot(ben, 'chat-removed')
  })

  test('a message that could not be sent says so and stays in the box', async () => {
    const ana = await stage.person('Ana')
    await ana.context().setOffline(true)
    await say(ana, 'Hello?')
    await waitFor(ana, 'The chat could not be reached. Please try again.')
    expect(await ana.getByLabel('Message', { exact: true }).inputValue()).toBe('Hello?')
    expect(await messages(ana).count()).toBe(0)
    await ana.context().setOffline(false)
    await ana.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => messages(ana).allTextContents()).toEqual(['Hello?'])
    expect(await ana.locator('#send-error').textContent()).toBe('')
    expect(await ana.getByLabel('Message', { exact: true }).inputValue()).toBe('')
  })

  test('a lost connection is said, and comes back by itself', async () => {
    const [ana, ben] = await stage.people('Ana', 'Ben')
    await ana.context().setOffline(true)
    await stage.chat.emulator.faults.dropConnections()
    await ana
      .locator('#banner')
      .getByText(/[Rr]econnect/)
      .waitFor()
    await screenshot(ana, 'chat-offline')
    await ana.context().setOffline(false)
    await ana.locator('#banner').waitFor({ state: 'hidden' })
    await ana.locator('#people').getByText('Ben', { exact: true }).waitFor()
    await say(ben, 'Welcome back')
    await waitFor(ana, 'Welcome back')
  })

  test('a name that is taken is refused', async () => {
    await stage.person('Ana')
    const page = await stage.visit()
    await comeIn(page, 'ana')
    await waitFor(page, 'Somebody called ana is here already.')
    await screenshot(page, 'chat-sign-in')
  })

  test('no page sees the secret, and no script reads the cookie', async () => {
    const page = await stage.visit()
    const bodies: Promise<string>[] = []
    page.on('response', (response) => bodies.push(response.text().catch(() => '')))
    await comeIn(page, 'Eve')
    await page.locator('#people').getByText('Eve', { exact: true }).waitFor()
    const seen = (await Promise.all(bodies)).join('\n')
    expect(seen).toContain(stage.chat.emulator.serverOptions().key)
    expect(seen).not.toContain(stage.chat.emulator.serverOptions().secret)
    expect(await page.evaluate('document.cookie')).toBe('')
    expect(
      (await page.context().cookies()).map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
    ).toEqual([
      ['chat', true, 'Lax'],
      ['chat.sig', true, 'Lax'],
    ])
  })
})
