import { inspect } from 'node:util'
import { startEmulator } from '@pusherkit/emulator'
import { event, JsClient } from '@pusherkit/tests-support'
import { describe, expect, test } from 'vitest'
import { Log, platforms, serve } from '../../../packages/nestjs/test/support/apps.ts'
import { both } from './both.ts'
import type { Contender } from './contender.ts'
import { pusherkit } from './ours.ts'
import { nestjsPusher } from './theirs.ts'
import { unhandledRejection } from './unhandled-rejection.ts'

// Each test is a row of the table in the README of @pusherkit/nestjs: what nestjs-pusher does comes first.

describe('an event that a service publishes', () => {
  /** What a subscriber of pusher-js gets, and the text from which it reads that. */
  const received = async (contender: Contender, data: unknown): Promise<{ data: unknown; text: string }> => {
    await using emulator = await startEmulator()
    using client = new JsClient(emulator)
    const created = event(await client.subscribe('orders'), 'created')
    await using app = await serve(contender.application(emulator.serverOptions()))
    await contender.publish(app.nest, data)
    return { data: await created, text: (await emulator.waitFor('event')).data }
  }

  test('reaches a plain pusher-js client as a piece, or as it was published', async () => {
    const [theirs, ours] = await both((contender) => received(contender, { id: 7 }))
    const id = expect.stringMatching(/./)
    expect(theirs.data).toEqual({ id, index: 0, chunk: '{"id":7}', final: true })
    expect(theirs.text).toMatch(/^\{"id":"[^"]+","index":0,"chunk":"\{\\"id\\":7\}","final":true\}$/)
    expect(ours).toEqual({ data: { id: 7 }, text: '{"id":7}' })
  })

  test('reaches it as it was published by nestjs-pusher too, with chunks switched off', async () => {
    const theirs = nestjsPusher({ limit: 9216, enabled: false })
    expect(await received(theirs, { id: 7 })).toEqual({ data: { id: 7 }, text: '{"id":7}' })
  })

  test.each([
    [0, '0'],
    [false, 'false'],
    ['', ''],
    [null, 'null'],
  ])('is not published, or published as it is, when its data is %j', async (data, text) => {
    const published = await both(async (contender) => {
      await using emulator = await startEmulator()
      await using app = await serve(contender.application(emulator.serverOptions()))
      const answer = await contender.publish(app.nest, data)
      return Array.isArray(answer) && emulator.requests.length === 0 ? answer : emulator.waitFor('event')
    })
    expect(published).toEqual([[], expect.objectContaining({ data: text })])
  })
})

describe('data that is too large for one event', () => {
  /** The pieces that arrive, or why none does. */
  const pieces = async (contender: Contender, data: string): Promise<unknown> => {
    await using emulator = await startEmulator()
    await using app = await serve(contender.application(emulator.serverOptions()))
    const failure = await contender.publish(app.nest, data).then(
      () => undefined,
      (error: Error) => `${emulator.requests.length} sent: ${error.message}`,
    )
    return failure ?? emulator.requests.map(({ json }) => JSON.parse((json as { data: string }).data))
  }

  test('arrives in pieces that the client puts together, or is refused before it is sent', async () => {
    const data = 'x'.repeat(20_000)
    const [theirs, ours] = await both((contender) => pieces(contender, data))
    const chunks = (theirs as { index: number; chunk: string }[]).sort((a, b) => a.index - b.index)
    expect(chunks).toHaveLength(3)
    expect(JSON.parse(chunks.map(({ chunk }) => chunk).join(''))).toBe(data)
    expect(ours).toMatch(/^0 sent: data is 20000 bytes after encoding, .* at most 10240/)
  })

  test('is refused by the server where characters have more than one byte', async () => {
    const [theirs, ours] = await both((contender) => pieces(contender, 'ä'.repeat(9_000)))
    expect(theirs).toBe('1 sent: Unexpected status code 413')
    expect(ours).toMatch(/^0 sent: data is 18000 bytes after encoding/)
  })
})

describe.each(platforms)('a handler with a decorator, on %s', (_name, platform) => {
  test('answers what it returns and publishes it, but not to the caller', async () => {
    const measured = await both(async (contender) => {
      await using emulator = await startEmulator()
      using caller = new JsClient(emulator)
      using other = new JsClient(emulator)
      await Promise.all([caller.subscribe('orders'), other.subscribe('orders')])
      await using app = await serve(contender.application(emulator.serverOptions()), { platform })
      const headers = { [contender.socketIdHeader]: caller.socketId }
      const answer = await fetch(`${app.url}/orders`, { method: 'POST', headers })
      const { excluded, recipients } = await emulator.waitFor('event')
      return [answer.status, await answer.json(), excluded === caller.socketId, recipients]
    })
    const row = [201, { id: 7 }, true, 1]
    expect(measured).toEqual([row, row])
  })
})

describe('a publish that the server refuses', () => {
  test('rejects in a service, with the signature in the error or without', async () => {
    const failures = await both(async (contender) => {
      await using emulator = await startEmulator()
      emulator.faults.status(403, { body: 'over the quota' })
      await using app = await serve(contender.application(emulator.serverOptions()))
      const error = await contender.publish(app.nest, { id: 7 }).catch((reason: unknown) => reason)
      return { error, hasSignature: /auth_signature=\w/.test(inspect(error) + JSON.stringify(error)) }
    })
    const error = expect.objectContaining({ status: 403, body: 'over the quota' })
    expect(failures).toEqual([
      { error, hasSignature: true },
      { error, hasSignature: false },
    ])
  })

  test('is an unhandled rejection in a handler with a decorator, or logged; both have answered', async () => {
    await using emulator = await startEmulator()
    emulator.faults.status(403, { body: 'over the quota' })
    const log = new Log()
    const answers: number[] = []
    const post = async (contender: Contender): Promise<void> => {
      await using app = await serve(contender.application(emulator.serverOptions()), { logger: log })
      answers.push((await fetch(`${app.url}/orders`, { method: 'POST' })).status)
    }
    expect(await unhandledRejection(() => post(nestjsPusher()))).toMatchObject({ status: 403 })
    expect(log.lines).toEqual([])
    await post(pusherkit)
    expect(log.lines).toEqual([expect.stringMatching(/^error: created was not published: .* 403/)])
    expect(answers).toEqual([201, 201])
  })
})

describe('options that are wrong', () => {
  test.each([
    ['an empty app id', { appId: '' }, 'Option appId is empty'],
    ['no secret', { secret: undefined }, 'Option secret is missing'],
    ['a host with a scheme', { host: 'https://api.example.com' }, 'Option host is a name or an IP address'],
    ['a misspelt option', { cluter: 'eu' }, 'Option cluter does not exist'],
  ])('%s: the application starts, or does not', async (_name, wrong, message) => {
    const started = await both((contender) =>
      serve(contender.application({ appId: '1', key: 'k', secret: 's', ...(wrong as object) })).then(
        async (app) => {
          await app.nest.close()
          return 'started'
        },
        (error: Error) => error.message,
      ),
    )
    expect(started).toEqual(['started', expect.stringContaining(message)])
  })
})
