import { Agent } from 'node:https'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { PusherValidationError } from '../../../src/error/validation-error.ts'
import { toHttpProxy } from '../../../src/transport/node/http-proxy.ts'
import { createTransport } from '../../../src/transport/node.ts'
import { certificates, never, requestTo, serve } from '../support.ts'

const thrown = (options: unknown): unknown => {
  try {
    return createTransport(options as never)
  } catch (error) {
    return error
  }
}

test.each([
  ['http://proxy.example.com', 'http:', 'proxy.example.com', 80, undefined],
  ['http://proxy:3128/', 'http:', 'proxy', 3128, undefined],
  ['https://proxy.example.com', 'https:', 'proxy.example.com', 443, undefined],
  ['http://[::1]:3128', 'http:', '::1', 3128, undefined],
  ['http://u:p%40%3A%C3%BC@proxy', 'http:', 'proxy', 80, 'u:p@:ü'],
  ['http://token@proxy', 'http:', 'proxy', 80, 'token:'],
])('reads the proxy %s', (url, protocol, hostname, port, credentials) => {
  const proxy = toHttpProxy(url)
  const given = proxy.headers['proxy-authorization']
  expect([proxy.protocol, proxy.hostname, proxy.port]).toEqual([protocol, hostname, port])
  expect(given && Buffer.from(given.slice('Basic '.length), 'base64').toString()).toEqual(credentials)
})

test.each([
  ['user:hunter2@proxy:3128', 'starts with http:// or https://. For other proxies, give an agent'],
  ['hunter2', 'is a URL such as "http://user:password@proxy.example.com:3128"'],
  ['', 'is a URL such as "http://user:password@proxy.example.com:3128"'],
  ['http://user:hunter2@', 'is a URL such as "http://user:password@proxy.example.com:3128"'],
  ['socks5://user:hunter2@proxy', 'starts with http:// or https://. For other proxies, give an agent'],
  ['http://user:hunter2@proxy/path', 'holds nothing after the port: "http://proxy.example.com:3128"'],
  ['http://proxy?hunter2', 'holds nothing after the port: "http://proxy.example.com:3128"'],
  [
    'http://user:hunter2%zz@proxy',
    'has credentials that are not percent-encoded: a % in them is written %25',
  ],
  [{ host: 'proxy' }, 'is a URL such as "http://user:password@proxy.example.com:3128"'],
])('refuses the proxy %j, and shows nothing of it', (httpProxy, rule) => {
  const error = thrown({ httpProxy })
  expect(error).toBeInstanceOf(PusherValidationError)
  expect(error).toMatchObject({
    code: 'ERR_PUSHER_INVALID_OPTION',
    parameter: 'httpProxy',
    message: `Option httpProxy ${rule}`,
    value: undefined,
  })
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hunter2')
})

test.each([
  [{ tls: 'hunter2' }, 'tls', 'Option tls is an object with ca, cert, key, passphrase'],
  [{ tls: { rejectUnauthorised: false } }, 'tls.rejectUnauthorised', 'does not exist: tls may hold ca, cert'],
  [{ agent: {} }, 'agent', 'Option agent is an object, but it is an Agent of node:https or node:http'],
  [{ agent: new Agent(), httpProxy: 'http://proxy' }, 'agent', 'Option agent contradicts httpProxy'],
  [{ agent: new Agent(), tls: {} }, 'agent', 'Option agent contradicts tls'],
])('refuses %o', (options, parameter, message) => {
  expect(thrown(options)).toMatchObject({
    code: 'ERR_PUSHER_INVALID_OPTION',
    parameter,
    message: expect.stringContaining(message),
  })
})

describe('an agent of the caller', () => {
  test('is used as it is', async () => {
    const { ca, server } = await certificates()
    const { origin, sockets } = await serve((_, response) => response.end('{}'), server)
    const agent = new Agent({ ca, keepAlive: true })
    const transport = createTransport({ agent })
    for (let count = 0; count < 3; count++) {
      expect(await transport(requestTo(origin), { signal: never() })).toMatchObject({ body: '{}' })
    }
    expect([sockets.length, Object.values(agent.freeSockets).flat().length]).toEqual([1, 1])
    agent.destroy()
  })
})
