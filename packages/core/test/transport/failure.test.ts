import { expect, test } from 'vitest'
import { PusherTimeoutError } from '../../src/error/timeout-error.ts'
import { isTransient, nameOf, wasNeverSent } from '../../src/transport/failure.ts'

/** Its message names the case. */
const failure = (details: object): Error =>
  Object.assign(new Error(Object.values(details).join(' ')), details)
const around = (cause: Error): Error => new TypeError(`fetch failed: ${cause.message}`, { cause })
const attempts = (code: string, ...syscalls: string[]): Error =>
  Object.assign(
    new AggregateError(
      syscalls.map((syscall) => failure({ code, syscall })),
      `${code} ${syscalls}`,
    ),
    {
      code,
    },
  )

// error, never sent, may pass, name
test.each([
  [failure({ code: 'ECONNREFUSED', syscall: 'connect' }), true, true, 'ECONNREFUSED'],
  [failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), true, true, 'ENOTFOUND'],
  [failure({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }), true, true, 'EAI_AGAIN'],
  [failure({ code: 'EHOSTUNREACH', syscall: 'connect' }), true, true, 'EHOSTUNREACH'],
  [failure({ code: 'ENETUNREACH', syscall: 'connect' }), true, true, 'ENETUNREACH'],
  [failure({ code: 'ETIMEDOUT', syscall: 'connect' }), true, true, 'ETIMEDOUT'],
  [attempts('ETIMEDOUT', 'connect', 'connect'), true, true, 'ETIMEDOUT'],
  [around(failure({ code: 'UND_ERR_CONNECT_TIMEOUT' })), true, true, 'UND_ERR_CONNECT_TIMEOUT'],
  [around(attempts('ECONNREFUSED', 'connect')), true, true, 'ECONNREFUSED'],
  [failure({ code: 'ERR_PROXY_TUNNEL', statusCode: 503 }), true, true, 'ERR_PROXY_TUNNEL'],
  [
    failure({ code: 'ERR_PROXY_TUNNEL', cause: failure({ code: 'ECONNREFUSED' }) }),
    true,
    true,
    'ERR_PROXY_TUNNEL',
  ],
  [
    failure({ code: 'ERR_PROXY_TUNNEL', cause: failure({ code: 'ECONNRESET' }) }),
    true,
    true,
    'ERR_PROXY_TUNNEL',
  ],
  [failure({ code: 'ERR_PROXY_TUNNEL', statusCode: 407 }), false, false, 'ERR_PROXY_TUNNEL'],
  [failure({ code: 'ETIMEDOUT', syscall: 'read' }), false, true, 'ETIMEDOUT'],
  [failure({ code: 'EHOSTUNREACH', syscall: 'read' }), false, true, 'EHOSTUNREACH'],
  [failure({ code: 'ECONNRESET' }), false, true, 'ECONNRESET'],
  [failure({ code: 'EPIPE' }), false, true, 'EPIPE'],
  [around(failure({ code: 'UND_ERR_SOCKET' })), false, true, 'UND_ERR_SOCKET'],
  [
    around(failure({ code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' })),
    false,
    true,
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  ],
  [new TypeError('Network connection lost.'), false, true, 'TypeError'],
  [new PusherTimeoutError('GET', 'http://h/', 1), false, true, 'ERR_PUSHER_TIMEOUT'],
  [failure({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), false, false, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  [around(failure({ code: 'CERT_HAS_EXPIRED' })), false, false, 'CERT_HAS_EXPIRED'],
  [failure({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), false, false, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [failure({ code: 'EPROTO' }), false, false, 'EPROTO'],
  [
    Object.assign(new TypeError('no'), { code: 'ERR_INVALID_ARG_TYPE' }),
    false,
    false,
    'ERR_INVALID_ARG_TYPE',
  ],
  [new Error('https://h/?auth_signature=5ec3e7'), false, false, 'Error'],
  ['no', false, false, 'string'],
  [undefined, false, false, 'undefined'],
])('%s', (error, neverSent, transient, name) => {
  expect([wasNeverSent(error), isTransient(error), nameOf(error)]).toEqual([neverSent, transient, name])
})
