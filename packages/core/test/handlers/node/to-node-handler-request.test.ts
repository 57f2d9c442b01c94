import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { type HandlerRequest, type NodeRequest, toNodeHandlerRequest } from '../../../src/handlers/index.ts'
import { serve } from './serve.ts'

/** What becomes of a request that is really sent, after `before` has had it. */
async function received(
  target: string,
  init: { readonly method?: string; readonly headers?: readonly string[]; readonly body?: string } = {},
  before: (message: IncomingMessage) => NodeRequest | Promise<NodeRequest> = (message) => message,
  maxBodyBytes = 10,
): Promise<HandlerRequest> {
  const read = Promise.withResolvers<HandlerRequest>()
  const port = await serve(async (message, response) => {
    read.resolve(await toNodeHandlerRequest(await before(message), '/below', maxBodyBytes))
    response.end()
  })
  const { method = 'POST', headers = [], body = '' } = init
  request({
    host: '127.0.0.1',
    port,
    path: target,
    method,
    headers: ['Host', 'a', 'Content-Length', `${body.length}`, ...headers],
  }).end(body)
  return read.promise
}
const bodyOf = async (...args: Parameters<typeof received>): Promise<Partial<HandlerRequest>> => {
  const { body, bodyFailure } = await received(...args)
  return { body, ...(bodyFailure && { bodyFailure }) }
}

describe('a Node request in plain data', () => {
  test('has the path that it is given, the first of each parameter, and joined headers', async () => {
    const { method, path, query, headers } = await received('/a/below?info=x&info=y%20z&__proto__=p?q', {
      method: 'GET',
      headers: ['X-A', '1', 'x-a', '2', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
    })
    expect([method, path, Object.entries(query)]).toEqual([
      'GET',
      '/below',
      [
        ['__proto__', 'p?q'],
        ['info', 'x'],
      ],
    ])
    expect(headers).toMatchObject({ 'x-a': '1, 2', 'set-cookie': 'a=1, b=2' })
  })

  test('has no parameters without a query', async () => {
    expect((await received('/a')).query).toEqual({})
  })
})

describe('the body', () => {
  const sent = { body: '{ "a":1 }' }
  const parsed = { a: 1 }
  const bytes = new TextEncoder().encode(sent.body)
  const drained = async (message: IncomingMessage): Promise<IncomingMessage> => {
    await message.toArray()
    return message
  }
  const without = async (message: IncomingMessage, kept: object): Promise<IncomingMessage> =>
    Object.assign(await drained(message), kept)

  test('is its bytes when nobody has read it, also behind a parser that leaves an empty object', async () => {
    expect(await bodyOf('/', sent)).toEqual({ body: bytes })
    expect(await bodyOf('/', sent, (message) => Object.assign(message, { body: {} }))).toEqual({
      body: bytes,
    })
  })

  test('is not touched when the handler reads none', async () => {
    const messages: IncomingMessage[] = []
    const keep = (message: IncomingMessage): IncomingMessage => {
      messages.push(message)
      return message
    }
    expect(await bodyOf('/', sent, keep, 0)).toEqual({ body: undefined })
    expect(messages.map(({ readableDidRead }) => readableDidRead)).toEqual([false])
  })

  test.each([
    ['bytes that were kept, before what a parser made of them', { rawBody: bytes, body: parsed }, bytes],
    ['bytes that were kept, before the text that a parser left', { rawBody: bytes, body: 'text' }, bytes],
    ['text that a parser left', { body: sent.body }, sent.body],
    ['what a parser made of it, when that is all there is', { body: parsed }, parsed],
    [
      'what a parser made of it, when a property that is no body is called rawBody',
      { rawBody: true, body: parsed },
      parsed,
    ],
  ])('is %s', async (_what, kept, body) => {
    expect(await bodyOf('/', sent, (message) => without(message, kept))).toEqual({ body })
  })

  const begun = async (message: IncomingMessage): Promise<IncomingMessage> => {
    for await (const _ of message.iterator({ destroyOnReturn: false })) break
    return message
  }
  test.each([
    ['read it', drained, sent],
    ['read its beginning', begun, sent],
    ['read it, empty as it was', drained, {}],
    ['asked for its text', (message: IncomingMessage) => message.setEncoding('utf8'), sent],
  ])('is unreadable when somebody %s and left nothing', async (_what, before, init) => {
    expect(await bodyOf('/', init, before)).toEqual({ body: undefined, bodyFailure: 'unreadable' })
  })

  test('is that of Node’s own request, where a framework keeps it in raw', async () => {
    const wrapped = ({ method, url, headers }: IncomingMessage, raw: IncomingMessage): NodeRequest => ({
      method,
      url,
      headers,
      raw,
    })
    expect(await bodyOf('/', sent, (message) => wrapped(message, message))).toEqual({ body: bytes })
  })
})
