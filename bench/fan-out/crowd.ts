import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type Expectation, type Invitation, tell } from './messages.ts'

// Bare sockets that count bytes: a WebSocket client would take more time than the server that is measured.

/** Where everything is read to, as nobody looks at it. */
const SCRATCH = Buffer.alloc(65_536)
/** How many connect at a time, so that the server's queue of them does not overflow. */
const AT_A_TIME = 50

/** A masked text frame of up to 65,535 bytes. The mask is zero. */
function encodeFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const header = Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 255, 0, 0, 0, 0])
  return Buffer.concat([header, payload])
}

/** One of the crowd. */
interface Guest {
  /** Bytes of what is being measured. */
  received: number
  /** Told what arrives before anything is measured. */
  heard: (text: string) => void
}

/** Bytes that each one is to receive; infinite while they come in. */
let due = Number.POSITIVE_INFINITY
/** How many have not received it. */
let waiting = 0

/** Connects, and says hello if there is something to say. */
async function join({ port, path, hello }: Invitation): Promise<Guest> {
  const guest: Guest = { received: 0, heard: () => {} }
  const callback = (count: number): boolean => {
    guest.received += count
    if (guest.received === due && --waiting === 0) tell('all')
    else if (due === Number.POSITIVE_INFINITY) guest.heard(SCRATCH.toString('utf8', 0, count))
    return true
  }
  const socket: Socket = connect({ port, host: '127.0.0.1', onread: { buffer: SCRATCH, callback } })
  socket.on('close', () => process.exit(1))
  await once(socket, 'connect')
  const upgraded = hears(guest, hello ? 'connection_established' : '101 Switching')
  const headers = ['Host: x', 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13']
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
  socket.write(`GET ${path} HTTP/1.1\r\n${[...headers, key].join('\r\n')}\r\n\r\n`)
  await upgraded
  if (hello) {
    const subscribed = hears(guest, 'subscription_succeeded')
    socket.write(encodeFrame(hello))
    await subscribed
  }
  return guest
}

/** Resolves when a guest has heard a word. */
function hears(guest: Guest, word: string): Promise<void> {
  let all = ''
  return new Promise((resolve) => {
    guest.heard = (text) => {
      all += text
      if (all.includes(word)) resolve()
    }
  })
}

const [invitation] = (await once(process, 'message')) as [Invitation]
const guests: Guest[] = []
while (guests.length < invitation.size) {
  const some = Math.min(AT_A_TIME, invitation.size - guests.length)
  guests.push(...(await Promise.all(Array.from({ length: some }, () => join(invitation)))))
}
process.on('message', ({ bytes }: Expectation) => {
  for (const guest of guests) guest.received = 0
  due = bytes
  waiting = guests.length
  tell('all')
})
tell('all')
