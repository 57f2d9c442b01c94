import { describe, expect, test } from 'vitest'
import { noChromium, screenshot } from './chromium.ts'
import { choose, messages, say, waitFor } from './express-chat-page.ts'
import { setChatStage } from './express-chat-stage.ts'

describe.skipIf(noChromium)('the chat, in several browsers', () => {
  const stage = setChatStage()

  test('people see each other come, and what the others write, hostile texts as text', async () => {
    const [ana, ben] = await stage.people('Ana', 'Ben')
    await ana.locator('#people').getByText('Ben', { exact: true }).waitFor()
    await say(ana, 'Hello, Ben')
    await waitFor(ben, 'Hello, Ben')
    const hostile = '<img src=x onerror="document.title=1"> 👋'
    await say(ben, hostile)
    await waitFor(ana, hostile)

    for (const page of [ana, ben])
      await expect.poll(() => messages(page).allTextContents()).toEqual(['Hello, Ben', hostile])
    expect(await ana.locator('#messages .mine .what').allTextContents()).toEqual(['Hello, Ben'])
    expect(await ana.title()).toBe('Chat · PusherKit')
  })

  test('a newcomer to the lobby sees its last message', async () => {
    const ana = await stage.person('Ana')
    await say(ana, 'First')
    await say(ana, 'Last')
    await expect.poll(() => messages(ana).count()).toBe(2)

    const ben = await stage.person('Ben')
    await waitFor(ben, 'Written before you came')
    await expect.poll(() => messages(ben).allTextContents()).toEqual(['Last'])
  })

  test('others see who is typing, until the message comes', async () => {
    const [ana, ben] = await stage.people('Ana', 'Ben')
    await ben.getByLabel('Message', { exact: true }).pressSequentially('He')
    await waitFor(ana, 'Ben is typing…')
    await say(ben, 'Hello')
    await waitFor(ana, 'Hello')
    await expect.poll(() => ana.locator('#typing').textContent()).toBe('')
  })

  test('the vault: pages read what the server in between cannot', async () => {
    const [ana, ben] = await stage.people('Ana', 'Ben')
    await choose(ana, 'Vault')
    await choose(ben, 'Vault')
    await say(ana, 'Nobody else reads this')
    await waitFor(ben, 'Nobody else reads this')

    const { events } = await stage.chat.emulator
      .waitFor('event', { channel: 'private-encrypted-vault' })
      .then((event) => ({
        events: JSON.stringify(event),
      }))
    expect(events).toContain('ciphertext')
    expect(events).not.toContain('Nobody else')
  })

  test('a direct message reaches one person, wherever they are', async () => {
    const [ana, ben, eve] = await stage.people('Ana', 'Ben', 'Eve')
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
    const [ana, ben] = await stage.people('Ana', 'Ben')
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

  test('messages that are sent quickly arrive in order, and a draft stays where it was written', async () => {
    const [ana, ben] = await stage.people('Ana', 'Ben')
    for (const text of ['One', 'Two', 'Three']) await say(ana, text)
    await expect.poll(() => messages(ben).allTextContents()).toEqual(['One', 'Two', 'Three'])

    const box = ana.getByLabel('Message', { exact: true })
    await box.fill('For everybody')
    await choose(ana, 'Ben')
    expect(await box.inputValue()).toBe('')
    await choose(ana, 'Lobby')
    expect(await box.inputValue()).toBe('For everybody')
  })
})
