import diagnostics from 'node:diagnostics_channel'
import { describe, expect, test } from 'vitest'
import { PusherRequestError } from '../../src/index.ts'
import { createDiagnostics } from '../../src/observe/diagnostics.ts'
import type { Hooks } from '../../src/observe/hooks.ts'
import { createObserver } from '../../src/observe/observer.ts'
import type { SignedRequest } from '../../src/signing/sign-request.ts'

const request: SignedRequest = {
  method: 'POST',
  origin: 'https://api-eu.pusher.com',
  target: '/apps/1/events?auth_signature=abc',
  headers: {},
  body: '{"é":1}',
}
const about = { method: 'POST', origin: 'https://api-eu.pusher.com', path: '/apps/1/events', bytes: 8 }
const silent = { hooks: {}, listening: () => false }
const ticking = () => {
  let time = 0
  return () => time++ * 10
}
const recording = () => {
  const told: [string, unknown][] = []
  const hooks: Hooks = {
    onRequest: (info) => told.push(['request', info]),
    onResponse: (info) => told.push(['response', info]),
    onError: (info) => told.push(['error', info]),
    onRetry: (info) => told.push(['retry', info]),
  }
  return { told, hooks }
}

describe('hooks', () => {
  test('are told of a request, its retries and its acceptance, without its query', () => {
    const { told, hooks } = recording()
    const observation = createObserver(hooks, silent, ticking())(request)
    observation.retrying(250, 'status 503')
    observation.accepted({ status: 200, headers: {}, body: 'ü' })
    expect(told).toEqual([
      ['request', about],
      ['retry', { ...about, attempts: 1, duration: 10, delay: 250, reason: 'status 503' }],
      ['response', { ...about, attempts: 2, duration: 20, status: 200, responseBytes: 2 }],
    ])
  })

  test('are told of a failure with its status', () => {
    const { told, hooks } = recording()
    const error = new PusherRequestError('ERR_PUSHER_REQUEST', 'refused', {
      method: 'POST',
      url: 'https://api-eu.pusher.com/apps/1/events',
      status: 403,
      retryable: false,
    })
    createObserver(hooks, silent, ticking())(request).failed(error)
    expect(told[1]).toEqual(['error', { ...about, attempts: 1, duration: 10, status: 403, error }])
  })

  test('that throw or reject change nothing', async () => {
    const hooks = {
      onRequest: () => {
        throw new Error('at once')
      },
      onResponse: async () => {
        throw new Error('later')
      },
    }
    const observation = createObserver(hooks, silent, ticking())(request)
    observation.accepted({ status: 200, headers: {}, body: '' })
    observation.failed(new Error('x'))
    // An unhandled rejection would fail this run.
    await new Promise((resolve) => setImmediate(resolve))
  })
})

describe('diagnostics channels', () => {
  test('carry the same, for those who subscribe', () => {
    const heard: unknown[] = []
    const listener = (message: unknown, name: string | symbol) => heard.push([name, message])
    const begin = createObserver(undefined, createDiagnostics(), ticking())
    begin(request).accepted({ status: 200, headers: {}, body: '' })
    expect(heard).toEqual([])
    diagnostics.subscribe('pusherkit:request', listener)
    diagnostics.subscribe('pusherkit:response', listener)
    try {
      begin(request).accepted({ status: 200, headers: {}, body: '' })
    } finally {
      diagnostics.unsubscribe('pusherkit:request', listener)
      diagnostics.unsubscribe('pusherkit:response', listener)
    }
    expect(heard).toEqual([
      ['pusherkit:request', about],
      ['pusherkit:response', { ...about, attempts: 1, duration: 10, status: 200, responseBytes: 0 }],
    ])
  })
})
