import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Encryption, Pusher, type RawResponse } from '../src/index.ts'

const SECRET = '7ad3773142a6692b25b8'
const MASTER_KEY = 'dGhpcyBpcyAzMiBieXRlcyAxMjM0NTY3ODkwMTIzNDU='
const encryption: Encryption = Object.freeze({
  encrypt: (_channel: string, plaintext: string) =>
    JSON.stringify({ nonce: '', ciphertext: plaintext, k: MASTER_KEY.length }),
  decrypt: () => undefined,
  sharedSecret: () => new Uint8Array(32),
})

/** Everything a person or a program could get to see of a value. */
function everythingOf(value: unknown): string {
  const shown = [
    inspect(value, { depth: 9, showHidden: true, getters: true }),
    JSON.stringify(value),
    String(value),
  ]
  if (value instanceof Error) {
    shown.push(
      value.message,
      value.stack ?? '',
      ...Object.values(value).map((field) => inspect(field, { depth: 9 })),
    )
    if (value.cause !== undefined) shown.push(everythingOf(value.cause))
  }
  return shown.join('\n')
}

/** Calls of every public method, with arguments that are right and wrong. */
const calls: Record<string, (pusher: Pusher, text: string) => unknown> = {
  trigger: (pusher, text) => pusher.trigger(text, 'e', text),
  'trigger, right': (pusher, text) => pusher.trigger('c', 'e', text, '1.1'),
  'trigger, encrypted': (pusher, text) => pusher.trigger('private-encrypted-c', 'e', text),
  'trigger, params': (pusher, text) => pusher.trigger('c', 'e', 1, { socket_id: text }),
  triggerBatch: (pusher, text) => pusher.triggerBatch([{ channel: 'c', name: text, data: text }]),
  sendToUser: (pusher, text) => pusher.sendToUser(text, 'e', 1),
  terminateUserConnections: (pusher) => pusher.terminateUserConnections('ada'),
  channels: (pusher, text) => pusher.channels({ prefix: text }),
  channel: (pusher) => pusher.channel('c', { info: 'cache' }),
  users: (pusher) => pusher.users('presence-c'),
  get: (pusher, text) => pusher.get({ path: '/channels', params: { a: text } }),
  'get, wrong': (pusher, text) => pusher.get({ path: text }),
  post: (pusher, text) => pusher.post({ path: '/x', body: text }),
  authorizeChannel: (pusher, text) => pusher.authorizeChannel(text, 'private-a'),
  authenticateUser: (pusher, text) => pusher.authenticateUser('1.1', { id: text }),
  webhook: (pusher, text) => pusher.webhook(webhookOf(text)).getData(),
  'webhook, parsed': (pusher, text) =>
    pusher.webhook({ ...webhookOf(text), rawBody: { text } as never }).isValid(),
  'webhook, tokens': (pusher, text) => pusher.webhook(webhookOf(text)).isValid({ key: text, secret: '' }),
  'Pusher.forURL': (_pusher, text) => Pusher.forURL(`https://key:${SECRET}@example.com/${text}`),
  'Pusher.fromEnv': (_pusher, text) =>
    Pusher.fromEnv({}, { PUSHER_APP_SECRET: SECRET, PUSHER_APP_KEY: text }),
  'new Pusher': (_pusher, text) => new Pusher({ appId: '1', key: 'k', secret: `${SECRET} ${text}` }),
  createSignedQueryString: (pusher, text) => pusher.createSignedQueryString({ method: text, path: '/x' }),
}

const SIGNATURE = 'da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c'
const webhookOf = (rawBody: string) => ({
  headers: { 'content-type': 'application/json', 'x-pusher-key': 'k', 'x-pusher-signature': SIGNATURE },
  rawBody,
})

/** Servers that answer, and servers that give away all they were told. */
const servers: Record<string, (target: string) => Promise<RawResponse>> = {
  'that repeats the URL in a refusal': async (target) => ({
    status: 401,
    headers: { location: target },
    body: `You sent ${target}`,
  }),
  'that repeats the URL under status 200': async (target) => ({
    status: 200,
    headers: {},
    body: `<html>${target}</html>`,
  }),
  'that repeats the URL as soketi answers errors': async (target) => ({
    status: 200,
    headers: {},
    body: JSON.stringify({ error: target, code: 401 }),
  }),
  'that fails with the URL in the message': async (target) => {
    throw Object.assign(new Error(`connect failed: ${target}`), { url: target })
  },
  'that never answers': () => new Promise(() => {}),
}

describe.each(Object.entries(servers))('a server %s', (_name, answer) => {
  test.each(Object.entries(calls))('%s gives nothing away', async (_method, call) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('c', '1.1', 'POST', '/x')),
        async (text) => {
          const signatures: string[] = []
          const pusher = new Pusher({
            appId: '1',
            key: '278d425bdf160c739803',
            secret: SECRET,
            cluster: 'eu',
            timeout: 2,
            retry: false,
            encryption,
            transport: ({ target }) => {
              signatures.push(target.slice(target.indexOf('auth_signature=') + 'auth_signature='.length))
              return answer(target)
            },
          })
          const outcome = await (async () => call(pusher, text))().catch((error: unknown) => error)
          const read = outcome instanceof Object && 'json' in outcome
          const error = read ? await (outcome as Response).json().catch((reason: unknown) => reason) : outcome
          const shown = [
            pusher,
            outcome instanceof Error ? outcome : undefined,
            error instanceof Error ? error : undefined,
          ]
            .map(everythingOf)
            .join('\n')
          for (const secret of [SECRET, MASTER_KEY, SIGNATURE, ...signatures])
            expect(shown).not.toContain(secret)
        },
      ),
      { numRuns: 5 },
    )
  })
})

describe('over a real connection', () => {
  const server = createServer((request, response) => {
    if (request.url?.includes('/channels')) request.socket.end('HTTP/1.1 999 nonsense \0\r\n\r\n')
    else response.writeHead(400).end(request.url)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  test.each([
    ['a refusal', (pusher: Pusher) => pusher.trigger('c', 'e', 'd')],
    ['an answer that is not HTTP', (pusher: Pusher) => pusher.channels()],
  ])('%s gives nothing away', async (_name, call) => {
    const { port } = server.address() as AddressInfo
    const pusher = new Pusher({
      appId: '1',
      key: 'k',
      secret: SECRET,
      host: '127.0.0.1',
      port,
      useTLS: false,
      retry: false,
    })
    const shown = everythingOf(await call(pusher).catch((error: unknown) => error))
    expect(shown).toContain(`http://127.0.0.1:${port}/apps/1/`)
    expect(shown).not.toContain(SECRET)
    expect(shown).not.toMatch(/auth_signature=[0-9a-f]/)
  })
})

test.each(['host', 'cluster'])('a URL with the secret is not shown by the option %s', (option) => {
  const url = `https://key:${SECRET}@api-eu.pusher.com/apps/1`
  let thrown: unknown
  try {
    new Pusher({ appId: '1', key: 'key', secret: 'other', [option]: url })
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ code: 'ERR_PUSHER_INVALID_OPTION', parameter: option, value: undefined })
  expect(everythingOf(thrown)).not.toContain(SECRET)
})
