import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { PusherTimeoutError } from '../../src/error/timeout-error.ts'
import { createTransport } from '../../src/transport/node.ts'
import type { RawResponse, Transport } from '../../src/transport/transport.ts'
import { withTimeout } from '../../src/transport/with-timeout.ts'
import { closing, publishTo, requestTo, serve } from './support.ts'

const ORIGIN = 'http://api.example.com'
const OK: RawResponse = { status: 200, headers: {}, body: '{}' }
/** Never answers, whatever its signal says. */
const deaf: Transport = () => new Promise(() => {})

describe('the time of an exchange', () => {
  test('that is over is an error without the signature, and the transport is told to stop', async () => {
    let told: AbortSignal | undefined
    const exchange = withTimeout((_request, { signal }) => {
      told = signal
      return new Promise(() => {})
    }, 20)
    const error = await exchange(publishTo(ORIGIN)).catch((reason) => reason)
    expect(error).toBeInstanceOf(PusherTimeoutError)
    expect(error).toMatchObject({
      message: 'POST http://api.example.com/apps/1/events was not answered within 20 ms',
      timeout: 20,
      retryable: true,
    })
    expect(told?.aborted).toBe(true)
  })

  test('is no matter to an answer in time', async () => {
    expect(await withTimeout(async () => OK, 1000)(requestTo(ORIGIN))).toBe(OK)
  })

  test("a transport's own error is passed on, even one that is thrown", async () => {
    const thrown = new Error('no route')
    const exchange = withTimeout(() => {
      throw thrown
    }, 1000)
    await expect(exchange(requestTo(ORIGIN))).rejects.toBe(thrown)
  })
})

describe("the caller's signal", () => {
  test('ends a request at once, even when the transport does not listen', async () => {
    const controller = new AbortController()
    const sent = withTimeout(deaf, 10_000)(publishTo(ORIGIN), { signal: controller.signal })
    const reason = new Error('the user went away')
    controller.abort(reason)
    await expect(sent).rejects.toMatchObject({
      name: 'PusherRequestError',
      code: 'ERR_PUSHER_ABORTED',
      message: 'POST http://api.example.com/apps/1/events was aborted by its caller',
      retryable: false,
      status: undefined,
      cause: reason,
    })
  })

  test('that is aborted already sends nothing', async () => {
    let calls = 0
    const exchange = withTimeout(async () => {
      calls++
      return OK
    }, 1000)
    const reason = new Error('too late')
    await expect(exchange(requestTo(ORIGIN), { signal: AbortSignal.abort(reason) })).rejects.toMatchObject({
      code: 'ERR_PUSHER_ABORTED',
      cause: reason,
    })
    expect(calls).toBe(0)
  })

  test('closes the connection of a request that waits for its answer', async () => {
    const controller = new AbortController()
    const { origin, sockets } = await serve(() => controller.abort())
    const sent = withTimeout(createTransport(), 10_000)(requestTo(origin), { signal: controller.signal })
    await expect(sent).rejects.toMatchObject({ code: 'ERR_PUSHER_ABORTED' })
    await closing(sockets[0])
  })

  test.each<[string, Transport, number]>([
    ['answered', async () => OK, 1000],
    ['failed', () => Promise.reject(new Error('no')), 1000],
    ['given up in time', deaf, 10],
  ])('keeps no listener of a request that was %s', async (_name, transport, timeout) => {
    const { signal } = new AbortController()
    await withTimeout(transport, timeout)(requestTo(ORIGIN), { signal }).catch(() => {})
    await new Promise(setImmediate)
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})
