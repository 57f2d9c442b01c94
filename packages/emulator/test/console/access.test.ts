import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { dial } from '../support/raw-client.ts'
import { ConsoleClient } from './console-client.ts'

const TOKEN = 'a-token-for-the-test'

it('the page of the emulator itself may', async () => {
  await using emulator = await startEmulator()
  await using page = new ConsoleClient(emulator, { origin: emulator.url })

  expect((await page.hello()).type).toBe('snapshot')
})

it("another website's page is told why, and nothing else", async () => {
  await using emulator = await startEmulator()
  await using page = new ConsoleClient(emulator, { origin: 'https://website.example' })

  expect(await page.closed).toMatchObject({
    code: 4403,
    reason: expect.stringMatching(/^Refused: a page of/),
  })
  expect(page.received).toEqual([])
})

it('a name that was made to mean this machine does not help a website', async () => {
  await using emulator = await startEmulator()
  const host = `rebound.example:${emulator.port}`
  await using page = new ConsoleClient(emulator, { host, origin: `http://${host}` })

  expect((await page.closed).code).toBe(4403)
  expect(page.received).toEqual([])
})

it('the token opens it', async () => {
  await using emulator = await startEmulator({ consoleToken: TOKEN })
  await using page = new ConsoleClient(emulator, { host: 'emulator:6001' })

  expect((await page.hello(TOKEN)).type).toBe('snapshot')
})

it.each([
  ['no token', { type: 'hello' }],
  ['another token', { type: 'hello', token: 'a-token-for-the-tesT' }],
  ['something else before it', { type: 'publish', id: 1, channel: 'c', event: 'e', data: '' }],
])('%s does not', async (_name, message) => {
  await using emulator = await startEmulator({ consoleToken: TOKEN })
  await using page = new ConsoleClient(emulator)
  page.socket.once('open', () => page.send(JSON.stringify(message)))

  expect(await page.closed).toEqual({ code: 4401, reason: 'The console asks for its token' })
  expect(page.received).toEqual([])
  expect(emulator.requests).toEqual([])
})

it('nothing is told before the hello', async () => {
  await using emulator = await startEmulator()
  await using page = new ConsoleClient(emulator)
  await new Promise((opened) => page.socket.once('open', opened))
  await fetch(`${emulator.url}/apps/x`)
  await page.hello()

  expect(page.received).toEqual([])
})

it('console: false leaves the path to nobody', async () => {
  await using emulator = await startEmulator({ console: false })

  expect((await dial(emulator, '/console').closed).code).toBe(4005)
  expect(emulator.consoleUrl()).toBeUndefined()
})
