import type { IncomingMessage } from 'node:http'
import type { AnyEvents, EventMap, Pusher } from '@pusherkit/core'
import { socketIdOf } from '@pusherkit/core/handlers'
import { leaveOut } from './leave-out.ts'

/** The shared client, as one request sees it. Every method can be taken off it: `const { trigger } = req.pusher`. */
export interface RequestPusher<Events extends EventMap = AnyEvents> extends Pusher<Events> {
  /** The connection that sent this request: its `X-Socket-ID` header. Undefined when there is none, or no valid one. */
  readonly socketId: string | undefined
  /**
   * The same client for events that the sender of this request shall not get: `trigger` and `triggerBatch` add its
   * `socketId`, except where you give a `socket_id` yourself. Without a `socketId` everybody gets them.
   */
  toOthers(): RequestPusher<Events>
}

/** Prepares a client once, so that a request costs one small object. */
export function createRequestPusher(client: Pusher): (request: Express.Request) => RequestPusher {
  const surface = surfaceOf(client)
  return (request) => {
    const socketId = socketIdOf((request as Partial<IncomingMessage>).headers ?? {})
    const plain: RequestPusher = Object.assign(Object.create(surface), {
      socketId,
      toOthers: () => (socketId === undefined ? plain : toOthers(plain, socketId)),
    })
    return plain
  }
}

function toOthers(plain: RequestPusher, socketId: string): RequestPusher {
  const others: RequestPusher = Object.assign(Object.create(plain), {
    ...leaveOut(socketId, plain),
    toOthers: () => others,
  })
  return others
}

/**
 * An object that inherits from the client and whose methods and getters run on the client itself: they use private
 * fields, which inheritance does not reach. They are looked up with each call, so that a spy on the client is called.
 */
function surfaceOf(client: Pusher): object {
  const members: PropertyDescriptorMap = Object.create(null)
  for (
    let level: object = client;
    level !== Object.prototype && level !== null;
    level = Object.getPrototypeOf(level)
  ) {
    for (const [key, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (key === 'constructor' || key in members) continue
      if (get) members[key] = { get: () => Reflect.get(client, key) }
      else if (typeof value === 'function') members[key] = { value: callOn(client, key), writable: true }
    }
  }
  return Object.create(client, members)
}

const callOn =
  (client: Pusher, method: string) =>
  (...args: unknown[]): unknown =>
    Reflect.apply(Reflect.get(client, method), client, args)
