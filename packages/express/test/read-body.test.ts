import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Body, readBody } from '../src/read-body.ts'

const LIMIT = 10
let server: Server
let port: number
let read: Promise<Body>
beforeEach(async () => {
  const results = Promise.withResolvers<Body>()
  read = results.promise
  server = createServer(async (message, response) => {
    const body = await readBody(message, LIMIT)
    results.resolve(body)
    response.end(body.bodyFailure ?? body.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const send = (body: string): Promise<string> =>
  fetch(`http://127.0.0.1:${port}`, { method: 'POST', body }).then((answer) => answer.text())

describe('readBody', () => {
  test('reads up to the limit', async () => {
    expect(await send('1234567890')).toBe('1234567890')
    expect(await send('')).toBe('')
  })

  test('says when there is more', async () => {
    expect(await send('12345678901')).toBe('too-large')
  })

  test('answers before an endless body ends, and the connection serves the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const options = { agent, host: '127.0.0.1', port, method: 'POST' }
    const endless = request(options)
    const answered = new Promise<IncomingMessage>((resolve) => endless.once('response', resolve))
    endless.write('x'.repeat(LIMIT + 1))
    const answer = await answered
    expect(await text(answer)).toBe('too-large')
    const { socket } = endless
    const free = new Promise((resolve) => agent.once('free', resolve))
    endless.end('x'.repeat(1_000_000))
    await free
    const next = request(options)
    const nextAnswer = new Promise<IncomingMessage>((resolve) => next.once('response', resolve))
    next.end('ok')
    expect(await text(await nextAnswer)).toBe('ok')
    expect(next.socket).toBe(socket)
    agent.destroy()
  })

  test('says when the client went away', async () => {
    const leaving = request({ host: '127.0.0.1', port, method: 'POST', headers: { 'content-length': '5' } })
    leaving.on('error', () => {})
    leaving.write('12', () => leaving.destroy())
    expect(await read).toEqual({ body: undefined, bodyFailure: 'aborted' })
  })
})

async function text(message: IncomingMessage): Promise<string> {
  return Buffer.concat(await message.toArray()).toString()
}
