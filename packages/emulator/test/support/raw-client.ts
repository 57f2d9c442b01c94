import { once } from 'node:events'
import { channelAuth, createToken, type Token, userAuth } from '@pusherkit/core/signing'
import { WebSocket } from 'ws'

/** An emulator, or anything else that has an address. */
interface Served {
  readonly url: string
}

/** A frame as a client reads it. */
export interface Frame {
  event: string
  channel?: string
  data?: unknown
  user_id?: string
}

/** Signs for the default app. */
export const TOKEN: Token = createToken({ key: 'app-key', secret: 'app-secret' })

const COUNT = 'pusher_internal:subscription_count'

/**
 * A WebSocket client that takes the emulator at its word: one frame at a time, in order. Of those that count
 * subscriptions, which come with everybody who comes and goes, it hears only when told to.
 */
export class RawClient implements AsyncDisposable {
  readonly socket: WebSocket
  readonly closed: Promise<{ code: number; reason: string }>
  socketId = ''
  hearsCounts = false
  readonly #received: Frame[] = []
  readonly #waiting: ((frame: Frame) => void)[] = []

  constructor(url: string) {
    this.socket = new WebSocket(url)
    this.socket.on('error', () => {})
    this.socket.on('message', (data) => {
      const frame: Frame = JSON.parse(String(data))
      if (frame.event === COUNT && !this.hearsCounts) return
      const waiting = this.#waiting.shift()
      if (waiting) waiting(frame)
      else this.#received.push(frame)
    })
    this.closed = once(this.socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }))
  }

  /** The next frame, whenever it comes. */
  next(): Promise<Frame> {
    const frame = this.#received.shift()
    return frame ? Promise.resolve(frame) : new Promise((resolve) => this.#waiting.push(resolve))
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  /** Sends a frame and gives the next answer. */
  ask(frame: unknown): Promise<Frame> {
    this.send(frame)
    return this.next()
  }

  /** Everything that came before the answer to a ping: a way to see that nothing came, with no waiting about. */
  async settle(): Promise<Frame[]> {
    this.send({ event: 'pusher:ping', data: {} })
    const frames: Frame[] = []
    for (let frame = await this.next(); frame.event !== 'pusher:pong'; frame = await this.next())
      frames.push(frame)
    return frames
  }

  /** Asks for a subscription with whatever the channel needs. */
  sendSubscribe(channel: string, member?: object): void {
    const channel_data = member && JSON.stringify(member)
    const auth = channelAuth(TOKEN, this.socketId, channel, channel_data)
    this.send({ event: 'pusher:subscribe', data: { channel, auth, channel_data } })
  }

  /** Subscribes, and gives the next answer. */
  subscribe(channel: string, member?: object): Promise<Frame> {
    this.sendSubscribe(channel, member)
    return this.next()
  }

  /** Asks to be signed in. */
  sendSignIn(user: object): void {
    const user_data = JSON.stringify(user)
    const auth = userAuth(TOKEN, this.socketId, user_data)
    this.send({ event: 'pusher:signin', data: { auth, user_data } })
  }

  /** Signs in, and gives the next answer. */
  signIn(user: object): Promise<Frame> {
    this.sendSignIn(user)
    return this.next()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.close()
    await this.closed
  }
}

/** Opens a WebSocket to a path of the emulator and leaves its first frame unread. */
export const dial = (emulator: Served, path: string): RawClient =>
  new RawClient(emulator.url.replace('http', 'ws') + path)

/** Connects to the default app and reads the first frame. */
export async function connect(emulator: Served, key = 'app-key'): Promise<RawClient> {
  const client = dial(emulator, `/app/${key}?protocol=7&client=test&version=1.0`)
  const { data } = await client.next()
  client.socketId = JSON.parse(String(data)).socket_id
  return client
}
