import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PusherTimeoutError } from '../../src/error/timeout-error.ts'
import { createTransport } from '../../src/transport/node.ts'
import { toRetryPolicy } from '../../src/transport/retry-policy.ts'
import type { Exchange, RawResponse } from '../../src/transport/transport.ts'
import { type RetryInfo, withRetry } from '../../src/transport/with-retry.ts'
import { withTimeout } from '../../src/transport/with-timeout.ts'
import { publishTo, requestTo, serve } from './support.ts'

const ORIGIN = 'http://api.example.com'
const get = requestTo(ORIGIN)
const publish = publishTo(ORIGIN)
const failure = (code: string, syscall = 'read') => Object.assign(new Error(code), { code, syscall })
const REFUSED = failure('ECONNREFUSED', 'connect')
const RESET = failure('ECONNRESET')
const answer = (status: number, headers: Record<string, string> = {}, body = ''): RawResponse => ({
  status,
  headers,
  body,
})
const OK = answer(200, {}, '{}')
const SOKETI_LIMIT = answer(200, {}, '{"error":"Too many requests.","code":429}')

/** Gives these outcomes in turn, under a clock that only the waits and `takes` (ms an attempt) move. */
function retrying(outcomes: (RawResponse | Error)[], option: unknown = {}, { random = 1, takes = 0 } = {}) {
  const waits: number[] = []
  const retries: RetryInfo[] = []
  let calls = 0
  let time = Date.UTC(2026, 0, 1)
  const attempt: Exchange = async () => {
    time += takes
    const outcome = outcomes[calls++]
    if (outcome === undefined) throw new Error('one attempt too many')
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  const exchange = withRetry(attempt, toRetryPolicy(option, 30_000), {
    random: () => random,
    now: () => time,
    sleep: async (ms) => {
      waits.push(ms)
      time += ms
    },
    onRetry: (info) => retries.push(info),
  })
  return { exchange, waits, retries, calls: () => calls }
}

describe('what is sent again', () => {
  const timeout = new PusherTimeoutError('POST', 'http://h/', 1)
  test.each([
    ['a GET that was refused a connection', get, REFUSED, {}, 2],
    ['a GET after a reset', get, RESET, {}, 2],
    ['a GET without an answer in time', get, timeout, {}, 2],
    ['a GET after a 500', get, answer(500), {}, 2],
    ['a GET after a 503', get, answer(503), {}, 2],
    ['a GET after a 429', get, answer(429), {}, 2],
    ['a publish that was refused a connection', publish, REFUSED, {}, 2],
    ['a publish whose host has no address for now', publish, failure('EAI_AGAIN', 'getaddrinfo'), {}, 2],
    ['a publish after a 429', publish, answer(429), {}, 2],
    ["a publish after soketi's 429 under HTTP 200", publish, SOKETI_LIMIT, {}, 2],
    ['a publish after a reset, at least once', publish, RESET, { publish: 'at-least-once' }, 2],
    ['a publish without an answer in time, at least once', publish, timeout, { publish: 'at-least-once' }, 2],
    ['a publish after a 502, at least once', publish, answer(502), { publish: 'at-least-once' }, 2],
    ['not a publish after a reset', publish, RESET, {}, 1],
    ['not a publish without an answer in time', publish, timeout, {}, 1],
    ['not a publish after a 500', publish, answer(500), {}, 1],
    ['not a publish after a 503', publish, answer(503, { 'retry-after': '1' }), {}, 1],
    ['not a GET after a 401', get, answer(401), {}, 1],
    ['not a GET after a redirect', get, answer(302), {}, 1],
    ['not a GET with a wrong certificate', get, failure('CERT_HAS_EXPIRED'), {}, 1],
    ['not a GET that failed for an unknown reason', get, new Error('no'), {}, 1],
    ['nothing when it is switched off', get, REFUSED, false, 1],
    ['nothing with a limit of 0', get, answer(429), { limit: 0 }, 1],
  ])('%s', async (_name, request, first, option, calls) => {
    const { exchange, calls: counted } = retrying([first, OK], option)
    await exchange(request).catch(() => {})
    expect(counted()).toBe(calls)
  })

  test('a success is the outcome, and its Retry-After means nothing', async () => {
    const success = answer(200, { 'retry-after': '0.992' }, '{"ok":true}')
    const { exchange, waits } = retrying([success])
    expect(await exchange(publish)).toBe(success)
    expect(waits).toEqual([])
  })

  test.each<[string, (RawResponse | Error)[]]>([
    ['an answer', [answer(503), answer(502), answer(500)]],
    ['an error', [RESET, REFUSED, failure('ECONNRESET')]],
  ])('after two retries the last outcome is the outcome: %s', async (_name, outcomes) => {
    const { exchange, calls } = retrying(outcomes)
    expect(await exchange(get).catch((error) => error)).toBe(outcomes[2])
    expect(calls()).toBe(3)
  })
})

test('a publish is never sent again after an outcome that may have published it', async () => {
  const harmless: (RawResponse | Error)[] = [
    REFUSED,
    answer(429),
    SOKETI_LIMIT,
    failure('ENOTFOUND', 'getaddrinfo'),
  ]
  const fatal: (RawResponse | Error)[] = [
    RESET,
    answer(500),
    answer(503),
    OK,
    new Error('no'),
    failure('ETIMEDOUT', 'read'),
  ]
  const sequences = fc.array(fc.constantFrom(...harmless, ...fatal), { minLength: 11, maxLength: 11 })
  await fc.assert(
    fc.asyncProperty(sequences, fc.nat(10), async (outcomes, limit) => {
      const { exchange, calls } = retrying(outcomes, { limit })
      await exchange(publish).catch(() => {})
      const before = outcomes.slice(0, calls() - 1)
      expect(before.filter((outcome) => !harmless.includes(outcome))).toEqual([])
      expect(calls()).toBeLessThanOrEqual(limit + 1)
    }),
  )
})

describe('the waits', () => {
  const outcomes = Array.from({ length: 8 }, () => answer(500))

  test('double up to the longest', async () => {
    const { exchange, waits } = retrying(outcomes, { limit: 7 })
    await exchange(get)
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000])
  })

  test('are random down to nothing', async () => {
    expect(await waitsOf(0)).toEqual([0, 0])
    expect(await waitsOf(0.5)).toEqual([125, 250])
    async function waitsOf(random: number) {
      const { exchange, waits } = retrying(outcomes, {}, { random })
      await exchange(get)
      return waits
    }
  })

  test.each([
    [429, '3', 3000],
    [429, '0.992', 992],
    [429, 'Thu, 01 Jan 2026 00:00:05 GMT', 5000],
    [503, '7', 7000],
    [503, 'soon', 0],
    [500, '7', 0],
  ])('after a %i with Retry-After %j are %i ms', async (status, value, expected) => {
    const { exchange, waits } = retrying([answer(status, { 'retry-after': value }), OK], {}, { random: 0 })
    await exchange(get)
    expect(waits).toEqual([expected])
  })

  test('add the random part to a Retry-After, so that not everybody comes back at once', async () => {
    const { exchange, waits } = retrying([answer(429, { 'retry-after': '3' }), OK], {}, { random: 0.5 })
    await exchange(publish)
    expect(waits).toEqual([3125])
  })

  test('are announced, with the reason', async () => {
    const { exchange, retries } = retrying([REFUSED, SOKETI_LIMIT, OK])
    await exchange(publish)
    expect(retries).toEqual([
      { attempt: 1, delay: 250, reason: 'ECONNREFUSED' },
      { attempt: 2, delay: 500, reason: '429' },
    ])
  })
})

describe('the time for everything', () => {
  test('is not waited away: a longer Retry-After is an answer', async () => {
    const limited = answer(429, { 'retry-after': '60' })
    const { exchange, waits } = retrying([limited])
    expect(await exchange(publish)).toBe(limited)
    expect(waits).toEqual([])
  })

  test('is twice the time of one attempt', async () => {
    const slow = new PusherTimeoutError('GET', 'http://h/', 30_000)
    const { exchange, calls } = retrying([slow, slow, slow], {}, { takes: 30_000 })
    await expect(exchange(get)).rejects.toBeInstanceOf(PusherTimeoutError)
    expect(calls()).toBe(2)
  })

  test('ends an attempt that begins in it', async () => {
    const deaf: Exchange = () => new Promise(() => {})
    const attempts = [deaf]
    const attempt: Exchange = (request, options) =>
      attempts.length === 1 && attempts.pop() ? Promise.resolve(answer(503)) : deaf(request, options)
    const policy = { ...toRetryPolicy({}, 1), baseDelay: 0, totalTimeout: 40 }
    const exchange = withRetry(attempt, policy, { random: () => 0, now: () => Date.now() })
    await expect(exchange(get)).rejects.toMatchObject({
      code: 'ERR_PUSHER_TIMEOUT',
      message: 'GET http://api.example.com/ was not answered within 40 ms',
      timeout: 40,
    })
  })
})

describe("the caller's signal", () => {
  test('ends a wait at once', async () => {
    const controller = new AbortController()
    const exchange = withRetry(async () => answer(429, { 'retry-after': '20' }), toRetryPolicy({}, 30_000), {
      random: () => 0,
      now: () => Date.now(),
      onRetry: () => queueMicrotask(() => controller.abort(new Error('enough'))),
    })
    await expect(exchange(publish, { signal: controller.signal })).rejects.toMatchObject({
      code: 'ERR_PUSHER_ABORTED',
      message: 'POST http://api.example.com/apps/1/events was aborted by its caller',
      cause: new Error('enough'),
    })
  })

  test('ends an attempt, and there is no other', async () => {
    let calls = 0
    const controller = new AbortController()
    const deaf = () => {
      calls++
      controller.abort()
      return new Promise<never>(() => {})
    }
    const exchange = withRetry(withTimeout(deaf, 30_000), toRetryPolicy({}, 30_000), {
      random: () => 0,
      now: () => Date.now(),
    })
    await expect(exchange(get, { signal: controller.signal })).rejects.toMatchObject({
      code: 'ERR_PUSHER_ABORTED',
    })
    expect(calls).toBe(1)
  })
})

test('over real connections, a server that comes to its senses is heard', async () => {
  const refusals = [() => 'reset', () => 503, () => 200]
  const { origin } = await serve((request, response) => {
    const outcome = refusals.shift()?.()
    if (typeof outcome !== 'number') return void request.socket.resetAndDestroy()
    response.writeHead(outcome, { 'retry-after': '0.01' }).end('{}')
  })
  const retries: RetryInfo[] = []
  const exchange = withRetry(withTimeout(createTransport(), 5000), toRetryPolicy({ baseDelay: 5 }, 5000), {
    random: () => 1,
    now: () => Date.now(),
    onRetry: (info) => retries.push(info),
  })
  expect(await exchange(requestTo(origin))).toMatchObject({ status: 200, body: '{}' })
  expect(retries).toEqual([
    { attempt: 1, delay: 5, reason: 'ECONNRESET' },
    { attempt: 2, delay: 20, reason: '503' },
  ])
})
