import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { type HandlerRequest, toNodeHandlerRequest } from '../../../src/handlers/index.ts'
import { serve, text } from './serve.ts'

const LIMIT = 10

/** Answers with the body that was read, or with why there is none. */
async function start(): Promise<{ port: number; read: Promise<HandlerRequest> }> {
  const read = Promise.withResolvers<HandlerRequest>()
  const port = await serve(async (message, response) => {
    const plain = await toNodeHandlerRequest(message, '/', LIMIT)
    read.resolve(plain)
    response.end(plain.bodyFailure ?? plain.body)
  })
  return { port, read: read.promise }
}
const send = async (port: number, body: string): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body })).text()
const answerOf = (sent: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => sent.once('response', resolve).once('error', reject))

describe('the body of a Node request', () => {
  test('is read up to the limit', async () => {
    const { port } = await start()
    expect(await send(port, '1234567890')).toBe('1234567890')
    expect(await send(port, '')).toBe('')
  })

  test('is refused when there is more', async () => {
    const { port } = await start()
    expect(await send(port, '12345678901')).toBe('too-large')
  })

  test('is answered before it ends, and the connection serves the next request', async () => {
    const { port } = await start()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const options = { agent, host: '127.0.0.1', port, method: 'POST' }
    const endless = request(options)
    endless.write('x'.repeat(LIMIT + 1))
    const answer = await answerOf(endless)
    expect(await text(answer)).toBe('too-large')
    const { socket } = endless
    const free = new Promise((resolve, reject) => {
      agent.once('free', resolve)
      socket?.once('close', () => reject(new Error('The connection was closed')))
    })
    endless.end('x'.repeat(1_000_000))
    await free
    const next = request(options)
    const nextAnswer = answerOf(next)
    next.end('ok')
    expect(await text(await nextAnswer)).toBe('ok')
    expect(next.socket).toBe(socket)
    agent.destroy()
  })

  test('has ended early when the client went away', async () => {
    const { port, read } = await start()
    const leaving = request({ host: '127.0.0.1', port, method: 'POST', headers: { 'content-length': '5' } })
    leaving.on('error', () => {})
    leaving.write('12', () => leaving.destroy())
    expect(await read).toMatchObject({ body: undefined, bodyFailure: 'aborted' })
  })
})
