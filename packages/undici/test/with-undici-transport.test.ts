import { Agent } from 'node:https'
import { Pusher } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { expect, test } from 'vitest'
import { withUndiciTransport } from '../src/index.ts'
import { certificates, serve } from './support.ts'

const app = { appId: '1', key: 'k', secret: 's' }

test('a Pusher publishes with it', async () => {
  await using emulator = await startEmulator({ port: 0 })
  const options = withUndiciTransport(emulator.serverOptions())
  expect(options.transport).toBeTypeOf('function')
  expect((await new Pusher(options).trigger('c', 'e', 'd')).status).toBe(200)
})

test('tls becomes the transport’s own, and the options stay as they were given', async () => {
  const { ca, server } = await certificates()
  const { port } = await serve((_, response) => response.end('{}'), server)
  const given = { ...app, host: '127.0.0.1', port, tls: { ca } }
  const options = withUndiciTransport(given)
  expect('tls' in options).toBe(false)
  expect(Object.keys(given)).toEqual(['appId', 'key', 'secret', 'host', 'port', 'tls'])
  expect((await new Pusher(options).trigger('c', 'e', 'd')).status).toBe(200)
})

test.each([
  ['a transport', { ...app, transport: async () => ({ status: 200, headers: {}, body: '{}' }) }],
  ['an agent', { ...app, agent: new Agent() }],
  ['TLS settings without TLS, which Pusher refuses', { ...app, useTLS: false, tls: {} }],
])('options with %s are left alone', (_name, options) => {
  expect(withUndiciTransport(options)).toBe(options)
})

test('a wrong proxy is refused as Pusher refuses it', () => {
  expect(() => withUndiciTransport({ ...app, httpProxy: 'proxy:3128' })).toThrow(
    expect.objectContaining({ code: 'ERR_PUSHER_INVALID_OPTION', parameter: 'httpProxy' }),
  )
})
