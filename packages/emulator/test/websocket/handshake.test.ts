import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { connect, dial } from '../support/raw-client.ts'

describe('a good handshake', () => {
  it('is told its socket id and the activity timeout', async () => {
    await using emulator = await startEmulator()
    await using client = dial(emulator, '/app/app-key?protocol=7&client=js&version=8.6.0&flash=false')

    const frame = await client.next()

    expect(frame).toEqual({
      event: 'pusher:connection_established',
      data: expect.stringMatching(/^\{"socket_id":"\d+\.\d+","activity_timeout":120\}$/),
    })
  })

  it('gets a socket id of its own', async () => {
    await using emulator = await startEmulator()
    await using one = await connect(emulator)
    await using other = await connect(emulator)

    expect(one.socketId).not.toBe(other.socketId)
  })

  it.each(['5', '6', '7'])('may ask for protocol %s', async (version) => {
    await using emulator = await startEmulator()
    await using client = dial(emulator, `/app/app-key?protocol=${version}`)

    expect((await client.next()).event).toBe('pusher:connection_established')
  })

  it('finds a key that is percent-encoded', async () => {
    await using emulator = await startEmulator({ apps: [{ appId: '1', key: 'ä key', secret: 's' }] })
    await using client = dial(emulator, '/app/%C3%A4%20key?protocol=7')

    expect((await client.next()).event).toBe('pusher:connection_established')
  })
})

describe('a bad handshake is told why and closed', () => {
  it.each([
    ['/app/nope?protocol=7', 4001, 'App does not exist: no app has the key "nope"'],
    ['/app/%E4?protocol=7', 4001, 'App does not exist: no app has the key "%E4"'],
    ['/?protocol=7', 4005, 'Path not found: connect to /app/{key}'],
    ['/apps/app-key?protocol=7', 4005, 'Path not found: connect to /app/{key}'],
    ['/app/app-key/more?protocol=7', 4005, 'Path not found: connect to /app/{key}'],
    ['/app/app-key?protocol=seven', 4006, 'Invalid version string format: "seven"'],
    ['/app/app-key?protocol=7.0', 4006, 'Invalid version string format: "7.0"'],
    ['/app/app-key?protocol=4', 4007, 'Unsupported protocol version: 4 is not one of 5, 6, 7'],
    ['/app/app-key?protocol=8', 4007, 'Unsupported protocol version: 8 is not one of 5, 6, 7'],
    ['/app/app-key', 4008, 'No protocol version supplied: add ?protocol=7 to the URL'],
    ['/app/app-key?protocol=', 4008, 'No protocol version supplied: add ?protocol=7 to the URL'],
  ])('%s: %i', async (path, code, message) => {
    await using emulator = await startEmulator()
    await using client = dial(emulator, path)

    expect(await client.next()).toEqual({ event: 'pusher:error', data: { message, code } })
    expect(await client.closed).toEqual({ code, reason: message })
  })

  it('with a reason that fits a close frame', async () => {
    await using emulator = await startEmulator()
    await using client = dial(emulator, `/app/app-key?protocol=${'%F0%9F%99%82'.repeat(100)}`)

    const { code, reason } = await client.closed

    expect(code).toBe(4006)
    expect(reason).toMatch(/^Invalid version string format: "\?+$/)
  })
})
