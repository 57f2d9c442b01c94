import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { inspect } from 'node:util'
import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { connect } from './support/raw-client.ts'

const TWO_APPS = [
  { appId: 'one', key: 'key-1', secret: 'secret-1' },
  { appId: 'two', key: 'key-2', secret: 'secret-2' },
]

describe('an emulator tells where it is', () => {
  it('by its url and port', async () => {
    await using emulator = await startEmulator()

    expect(emulator.port).toBeGreaterThan(0)
    expect(emulator.url).toBe(`http://127.0.0.1:${emulator.port}`)
  })

  it('to a server library', async () => {
    await using emulator = await startEmulator()

    expect(emulator.serverOptions()).toEqual({
      appId: 'app-id',
      key: 'app-key',
      secret: 'app-secret',
      host: '127.0.0.1',
      port: emulator.port,
      useTLS: false,
    })
  })

  it('to a server library of each app', async () => {
    await using emulator = await startEmulator({ apps: TWO_APPS })

    expect(emulator.serverOptions().key).toBe('key-1')
    expect(emulator.serverOptions('two')).toMatchObject({ appId: 'two', key: 'key-2', secret: 'secret-2' })
  })

  it('to pusher-js, without the secret', async () => {
    await using emulator = await startEmulator()

    expect(emulator.clientOptions('app-id')).toEqual({
      cluster: 'emulator',
      wsHost: '127.0.0.1',
      wsPort: emulator.port,
      forceTLS: false,
      enabledTransports: ['ws'],
      enableStats: false,
    })
  })

  it('but not for an app that it does not serve', async () => {
    await using emulator = await startEmulator({ apps: TWO_APPS })
    const error = new RangeError('No app has the id "three"; the ids are one, two')

    expect(() => emulator.serverOptions('three')).toThrow(error)
    expect(() => emulator.clientOptions('three')).toThrow(error)
  })
})

it('printing an emulator shows no secret', async () => {
  await using emulator = await startEmulator({ apps: TWO_APPS })

  expect(inspect(emulator, { depth: 10, showHidden: true }) + JSON.stringify(emulator)).not.toContain(
    'secret-1',
  )
})

it('a taken port is refused, with the code of the system', async () => {
  await using emulator = await startEmulator()
  const error = await startEmulator({ port: emulator.port }).catch((reason: unknown) => reason)

  expect(error).toMatchObject({
    message: `Cannot listen on 127.0.0.1:${emulator.port}: the port is taken; choose another one, or 0 for any`,
    cause: { code: 'EADDRINUSE' },
  })
})

it('an address that is not of this machine is refused', async () => {
  await expect(startEmulator({ host: '192.0.2.1' })).rejects.toMatchObject({
    message: expect.stringMatching(/^Cannot listen on 192\.0\.2\.1:0: /),
    cause: { code: 'EADDRNOTAVAIL' },
  })
})

describe('closing', () => {
  it('says good-bye to WebSocket clients', async () => {
    const emulator = await startEmulator()
    const client = await connect(emulator)

    await emulator.close()

    expect(await client.closed).toEqual({ code: 1001, reason: 'The emulator is closing' })
  })

  it('cuts off a WebSocket client that does not answer', async () => {
    const emulator = await startEmulator()
    const client = await connect(emulator)
    client.socket.pause()

    await emulator.close()
    client.socket.resume()

    expect((await client.closed).code).toBe(1001)
  })

  it('ends keep-alive connections and those that never said a word', async () => {
    const emulator = await startEmulator()
    const agent = new Agent({ keepAlive: true })
    const [response] = await once(request(emulator.url, { agent }).end(), 'response')
    const idle = response.socket
    response.resume()
    const silent = connectTcp(emulator.port, '127.0.0.1').resume()
    await Promise.all([once(response, 'end'), once(silent, 'connect')])
    const ended = Promise.all([once(idle, 'close'), once(silent, 'close')])

    await emulator.close()

    await ended
  })

  it('can be asked for twice', async () => {
    const emulator = await startEmulator()

    await Promise.all([emulator.close(), emulator.close()])
    await emulator.close()
  })

  it('frees the port for the next one', async () => {
    const { port, close } = await startEmulator()
    await close()

    await using again = await startEmulator({ port })
    expect(again.port).toBe(port)
  })
})
