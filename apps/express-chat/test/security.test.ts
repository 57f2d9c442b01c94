import { expect, test } from 'vitest'
import type { LocalChat } from '../src/local.ts'
import { stage } from './support.ts'

const policyOf = async (chat: LocalChat): Promise<string | null> =>
  (await fetch(chat.url)).headers.get('content-security-policy')

test('the page may load its own files, and connect to its Channels server', async () => {
  const { chat } = await stage()
  const policy = await policyOf(chat)
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${chat.emulator.port}`)
  expect(policy).not.toContain('unsafe')
})

test('with hosted Pusher that is its cluster, by TLS', async () => {
  const { chat } = await stage({ client: { key: 'key', options: { cluster: 'eu', forceTLS: true } } })
  expect(await policyOf(chat)).toContain("connect-src 'self' wss://ws-eu.pusher.com:443;")
})

test('neither the page nor its settings tell the secret', async () => {
  const { chat } = await stage()
  const pages = await Promise.all(
    ['/', '/client.json', '/state'].map(async (path) => (await fetch(`${chat.url}${path}`)).text()),
  )
  expect(pages.join()).toContain(chat.emulator.serverOptions().key)
  expect(pages.join()).not.toContain(chat.emulator.serverOptions().secret)
})
