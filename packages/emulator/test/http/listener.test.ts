import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { createToken, signRequest } from '@pusherkit/core/signing'
import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { call, get, refused } from '../support/api.ts'

const TOO_LARGE = 'The request body exceeds the allowed maximum (1048576 bytes)'

it('the home page says what this is', async () => {
  await using emulator = await startEmulator()
  const response = await fetch(emulator.url)

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).toContain('for development and tests only')
})

it('a body above 1 MiB is refused', async () => {
  await using emulator = await startEmulator()
  const body = 'x'.repeat(1_048_577)

  expect(await call(emulator, { method: 'POST', path: '/apps/app-id/events', body })).toEqual(
    refused(413, TOO_LARGE),
  )
})

it('a body that is announced too large is refused before it comes', async () => {
  await using emulator = await startEmulator()
  const socket = connect(emulator.port, '127.0.0.1')
  socket.write('POST /apps/app-id/events HTTP/1.1\r\nhost: x\r\ncontent-length: 1048577\r\n\r\n')

  const [answer] = await once(socket, 'data')

  expect(String(answer)).toMatch(
    /^HTTP\/1\.1 413 [\s\S]*connection: close[\s\S]*exceeds the allowed maximum/i,
  )
  socket.destroy()
})

it('a body that never ends is refused on the way', async () => {
  await using emulator = await startEmulator()
  const socket = connect(emulator.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write('POST /apps/app-id/events HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  for (let sent = 0; sent <= 1_048_576; sent += 65_536) socket.write(chunk)

  const [answer] = await once(socket, 'data')

  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
  socket.destroy()
})

it('bytes that are no UTF-8 are refused', async () => {
  await using emulator = await startEmulator()
  const body = Buffer.from('7b226e616d65223a22ff227d', 'hex')
  const { createHash } = await import('node:crypto')
  const query = new Map([['body_md5', createHash('md5').update(body).digest('hex')]])
  const spec = { method: 'POST', path: '/apps/app-id/events', query, body: undefined } as const
  const { target } = signRequest(spec, createToken({ key: 'app-key', secret: 'app-secret' }), '', Date.now())

  const response = await fetch(emulator.url + target, { method: 'POST', body })

  expect(response.status).toBe(400)
  expect(await response.text()).toBe('The body is not valid UTF-8')
})

it('a client that goes away in the middle of its body does no harm', async () => {
  await using emulator = await startEmulator()
  const socket = connect(emulator.port, '127.0.0.1')
  socket.write('POST /apps/app-id/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf')
  await once(socket, 'connect')
  socket.destroy()

  expect((await get(emulator, '/channels')).status).toBe(200)
})

it('the connection is kept alive from one request to the next', async () => {
  await using emulator = await startEmulator()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const localPort = async (): Promise<number | undefined> => {
    const sent = request(`${emulator.url}/apps/nope`, { agent }).end()
    const [response] = await once(sent, 'response')
    response.resume()
    await once(response, 'end')
    return sent.socket?.localPort
  }

  const first = await localPort()

  expect(await localPort()).toBe(first)
  agent.destroy()
})
