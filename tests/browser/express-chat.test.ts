import { type LocalChat, startLocally } from '@pusherkit/app-express-chat/local'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium, noChromium, screenshot } from './chromium.ts'
import { choose, comeIn, enter, messages, openChat, say, waitFor } from './express-chat-page.ts'

if (noChromium) console.warn(`Browser tests are left out: ${noChromium}`)

describe.skipIf(noChromium)('the chat, in several browsers', () => {
  let chat: LocalChat
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium()
  })
  beforeEach(async () => {
    chat = await startLocally()
    return async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
      await chat[Symbol.asyncDispose]()
    }
  })
  afterAll(() => browser?.close())

  const person = (name: string, options?: BrowserContextOptions): Promise<Page> =>
    enter(browser, chat, name, options)

  test('people see each other come, and what the others write, hostile texts as text', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
    await ana.locator('#people').getByText('Ben', { exact: true }).waitFor()
    await say(ana, 'Hello, Ben')
    await waitFor(ben, 'Hello, Ben')
    const hostile = '<img src=x onerror="document.title=1"> 👋'
    await say(ben, hostile)
    await waitFor(ana, hostile)

    for (const page of [ana, ben])
      expect(await messages(page).allTextContents()).toEqual(['Hello, Ben', hostile])
    expect(await ana.locator('#messages .mine .what').allTextContents()).toEqual(['Hello, Ben'])
    expect(await ana.title()).toBe('Chat · PusherKit')
  })

  test('a newcomer to the lobby sees its last message', async () => {
    const ana = await person('Ana')
    await say(ana, 'First')
    await say(ana, 'Last')
    await expect.poll(() => messages(ana).count()).toBe(2)

    const ben = await person('Ben')
    await waitFor(ben, 'Written before you came')
    expect(await messages(ben).allTextContents()).toEqual(['Last'])
  })

  test('others see who is typing, until the message comes', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
    await ben.getByLabel('Message', { exact: true }).pressSequentially('He')
    await waitFor(ana, 'Ben is typing…')
    await say(ben, 'Hello')
    await waitFor(ana, 'Hello')
    expect(await ana.locator('#typing').textContent()).toBe('')
  })

  test('the vault: pages read what the server in between cannot', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
    await choose(ana, 'Vault')
    await choose(ben, 'Vault')
    await say(ana, 'Nobody else reads this')
    await waitFor(ben, 'Nobody else reads this')

    const { events } = await chat.emulator
      .waitFor('event', { channel: 'private-encrypted-vault' })
      .then((event) => ({
        events: JSON.stringify(event),
      }))
    expect(events).toContain('ciphertext')
    expect(events).not.toContain('Nobody else')
  })

  test('a direct message reaches one person, wherever they are', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
    const eve = await person('Eve')
    await choose(ana, 'Ben')
    await say(ana, 'Between us')
    await choose(ben, 'Ana host 1')
    await waitFor(ben, 'Between us')
    await say(ben, 'Of course')
    await waitFor(ana, 'Of course')
    await say(eve, 'Did I miss anything?')
    await choose(ben, 'Lobby')
    await waitFor(ben, 'Did I miss anything?')
    expect(await eve.content()).not.toContain('Between us')
  })

  test('a private room refuses those who were not invited, says why, and lets guests in', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
    await ana.getByLabel('Title of a new private room').fill('Plans')
    await ana.getByRole('button', { name: 'Make the room' }).click()
    await ana.getByRole('heading', { name: 'Plans' }).waitFor()

    await choose(ben, 'Plans')
    await waitFor(ben, '403: “Plans” is private. Ask Ana to invite you.')
    expect(await ben.getByRole('button', { name: 'Send' }).isVisible()).toBe(false)
    await screenshot(ben, 'chat-refused')

    await ana.getByLabel('Whom to invite').selectOption('Ben')
    await ana.getByRole('button', { name: 'Invite' }).click()
    await waitFor(ben, 'Ana invited you to “Plans”.')
    await say(ben, 'Here I am')
    await waitFor(ana, 'Here I am')
    await ana.getByLabel('Message', { exact: true }).pressSequentially('W')
    await waitFor(ben, 'Somebody is typing…')
  })

  test('webhooks appear as they come', async () => {
    const ana = await person('Ana')
    const log = ana.getByRole('region', { name: 'Webhooks' })
    await log.getByText('Ana joined presence-cache-lobby').waitFor()
    const ben = await person('Ben')
    await log.getByText('Ben joined presence-cache-lobby').waitFor()
    await ben.getByRole('button', { name: 'Sign out' }).click()
    await log.getByText('Ben left presence-cache-lobby').waitFor()
  })

  test('the host removes somebody, who sees why and cannot come back at once', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
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
    const ana = await person('Ana')
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

  test('messages that are sent quickly arrive in order, and a draft stays where it was written', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
    for (const text of ['One', 'Two', 'Three']) await say(ana, text)
    await expect.poll(() => messages(ben).allTextContents()).toEqual(['One', 'Two', 'Three'])

    const box = ana.getByLabel('Message', { exact: true })
    await box.fill('For everybody')
    await choose(ana, 'Ben')
    expect(await box.inputValue()).toBe('')
    await choose(ana, 'Lobby')
    expect(await box.inputValue()).toBe('For everybody')
  })

  test('a lost connection is said, and comes back by itself', async () => {
    const ana = await person('Ana')
    const ben = await person('Ben')
    await ana.context().setOffline(true)
    await chat.emulator.faults.dropConnections()
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
    await person('Ana')
    const page = await openChat(browser, chat)
    await comeIn(page, 'ana')
    await waitFor(page, 'Somebody called ana is here already.')
    await screenshot(page, 'chat-sign-in')
  })

  test('no page sees the secret, and no script reads the cookie', async () => {
    const page = await openChat(browser, chat)
    const bodies: Promise<string>[] = []
    page.on('response', (response) => bodies.push(response.text().catch(() => '')))
    await comeIn(page, 'Eve')
    await page.locator('#people').getByText('Eve', { exact: true }).waitFor()
    const seen = (await Promise.all(bodies)).join('\n')
    expect(seen).toContain(chat.emulator.serverOptions().key)
    expect(seen).not.toContain(chat.emulator.serverOptions().secret)
    expect(await page.evaluate('document.cookie')).toBe('')
    expect(
      (await page.context().cookies()).map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
    ).toEqual([
      ['chat', true, 'Lax'],
      ['chat.sig', true, 'Lax'],
    ])
  })

  describe.each(['light', 'dark'] as const)('in %s colors', (colorScheme) => {
    test.each([
      ['desktop', { width: 1280, height: 800 }],
      ['tablet', { width: 820, height: 1000 }],
      ['phone', { width: 380, height: 720 }],
    ])('fits a %s', async (device, viewport) => {
      const ben = await person('Ben')
      const ana = await person('Ana', { viewport, colorScheme })
      await say(ben, 'Has anybody tried the new rooms?')
      await waitFor(ana, 'Has anybody tried the new rooms?')
      await say(ana, 'Yes! Plans is private, and the vault is encrypted all the way.')
      await say(ana, 'https://example.com/a-very-long-address-without-any-space-that-has-to-break-somewhere')
      await say(ben, 'Nice')
      await waitFor(ana, 'Nice')
      await ben.getByLabel('Message', { exact: true }).pressSequentially('And')
      await waitFor(ana, 'Ben is typing…')
      await screenshot(ana, `chat-${device}-${colorScheme}`)
      expect(await ana.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      if (device !== 'phone') return
      await ana.getByRole('button', { name: 'Rooms and people' }).click()
      await ana.getByRole('button', { name: 'Vault' }).waitFor()
      await screenshot(ana, `chat-menu-${colorScheme}`)
      expect(await ana.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await choose(ana, 'Vault')
      await ana.getByRole('heading', { name: 'Vault' }).waitFor()

      await ana.getByRole('button', { name: 'Rooms and people' }).click()
      await ana.getByLabel('Title of a new private room').fill('A birthday that is a secret')
      await ana.getByRole('button', { name: 'Make the room' }).click()
      await ana.getByRole('button', { name: 'Invite' }).waitFor()
      await screenshot(ana, `chat-invite-${colorScheme}`)
      expect(await ana.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    })
  })
})
