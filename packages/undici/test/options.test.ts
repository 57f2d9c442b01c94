import { inspect } from 'node:util'
import { PusherValidationError } from '@pusherkit/core'
import { expect, test } from 'vitest'
import { toUndiciTransportConfig } from '../src/options.ts'

const thrown = (options: unknown): unknown => {
  try {
    return toUndiciTransportConfig(options as never)
  } catch (error) {
    return error
  }
}

test('without options: 64 connections, one request on each, kept for 55 s, HTTP/1.1', () => {
  expect(toUndiciTransportConfig({})).toEqual({
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 55_000,
    allowH2: false,
    proxy: undefined,
    tls: undefined,
  })
})

test.each([
  [{ connections: 0 }, 'connections', 'Option connections is a whole number from 1 to 1024', 0],
  [{ connections: 1025 }, 'connections', 'Option connections is a whole number from 1 to 1024', 1025],
  [{ connections: '8' }, 'connections', 'Option connections is a whole number from 1 to 1024', '8'],
  [{ pipelining: 1.5 }, 'pipelining', 'Option pipelining is a whole number from 1 to 100', 1.5],
  [
    { keepAliveTimeout: Number.POSITIVE_INFINITY },
    'keepAliveTimeout',
    'Option keepAliveTimeout is a whole number from 1 to 600000',
    Number.POSITIVE_INFINITY,
  ],
  [{ allowH2: 'yes' }, 'allowH2', 'Option allowH2 is true or false', 'yes'],
  [
    { maxSockets: 9 },
    'maxSockets',
    'Option maxSockets does not exist: createUndiciTransport takes connections, pipelining, keepAliveTimeout, allowH2, httpProxy, tls',
    undefined,
  ],
  [
    null,
    'object',
    'Option object is missing: createUndiciTransport() or an object with connections, pipelining, keepAliveTimeout, allowH2, httpProxy, tls',
    undefined,
  ],
])('refuses %o', (options, parameter, message, value) => {
  const error = thrown(options)
  expect(error).toBeInstanceOf(PusherValidationError)
  expect(error).toMatchObject({ code: 'ERR_PUSHER_INVALID_OPTION', parameter, message, value })
})

test.each([
  [{ httpProxy: 'http://user:hunter2@proxy/path' }, 'httpProxy'],
  [{ tls: 'hunter2' }, 'tls'],
  [{ tls: { passphrases: 'hunter2' } }, 'tls.passphrases'],
])('refuses %o as core does, and shows nothing of it', (options, parameter) => {
  const error = thrown(options)
  expect(error).toMatchObject({ code: 'ERR_PUSHER_INVALID_OPTION', parameter })
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hunter2')
})
