import { isAuthorizedChannel } from '@pusherkit/core/contract'
import { channelAuth, createToken } from '@pusherkit/core/signing'
import { onTestFinished } from 'vitest'
import { APP } from '../run/apps.ts'
import type { TestServer } from '../test-server.ts'

/** A message of the WebSocket protocol. */
export interface Frame {
  readonly event: string
  readonly channel?: string
  readonly data?: unknown
}

/** A WebSocket without a client library: every frame as it came. */
export interface RawSocket {
  send(frame: Frame): void
  /** The next frame that was not taken yet. */
  next(): Promise<Frame>
  /** Subscribes and takes the answer. */
  subscribe(channel: string, options?: SubscribeOptions): Promise<Frame>
}

/** How to sign a subscription. */
interface SubscribeOptions {
  /** The secret, when it is not the app's. */
  readonly secret?: string
  /** The `channel_data`, as JSON. */
  readonly data?: string
}

/** Opens one, which is closed when the test has ended. Its first frame is `pusher:connection_established`. */
export function rawSocket({ address }: TestServer): RawSocket {
  const url = `ws://127.0.0.1:${address.webSocketPort}${address.path}/app/${APP.key}?protocol=7&client=raw&version=1`
  const socket = new WebSocket(url)
  onTestFinished(() => socket.close())
  const arrived: Frame[] = []
  const waiting: ((frame: Frame) => void)[] = []
  let socketId = ''
  socket.addEventListener('message', ({ data }) => {
    const frame: Frame = JSON.parse(String(data))
    if (frame.event === 'pusher:connection_established') {
      socketId = JSON.parse(String(frame.data)).socket_id
    }
    const taker = waiting.shift()
    if (taker) taker(frame)
    else arrived.push(frame)
  })
  const send = (frame: Frame): void => socket.send(JSON.stringify(frame))
  const next = async (): Promise<Frame> => arrived.shift() ?? new Promise((resolve) => waiting.push(resolve))
  return {
    send,
    next,
    subscribe: (channel, { secret = APP.secret, data } = {}) => {
      const token = createToken({ key: APP.key, secret })
      const auth = isAuthorizedChannel(channel) ? { auth: channelAuth(token, socketId, channel, data) } : {}
      const member = data === undefined ? {} : { channel_data: data }
      send({ event: 'pusher:subscribe', data: { channel, ...auth, ...member } })
      return next()
    },
  }
}
