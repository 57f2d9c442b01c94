import { EventEmitter, on } from 'node:events'
import type { Place } from '@pusherkit/app-express-chat/person'
import { JsClient } from '@pusherkit/tests-support'

const DEADLINE = 5_000

/** A real `pusher-js` client that shows what arrives and hands it out one by one. */
export interface Subscriber {
  readonly socketId: string
  /** The next event as `[name, data]`. @throws when none came within 5 s. */
  next(): Promise<unknown>
}

/**
 * Connects and subscribes.
 *
 * @param resources Takes the connection, so that it is closed whatever happens.
 * @throws When that took longer than 5 s.
 */
export async function subscribe(
  name: string,
  channelName: string,
  emulator: Place['emulator'],
  resources: AsyncDisposableStack,
): Promise<Subscriber> {
  const client = resources.use(new JsClient(emulator))
  const events = new EventEmitter()
  const arrivals = on(events, 'event')
  const channel = await withDeadline(
    client.subscribe(channelName),
    `${name} could not subscribe to ${channelName}`,
  )
  channel.bind_global((event: string, data: unknown) => {
    // The protocol's own, such as the number of subscribers.
    if (event.startsWith('pusher:')) return
    console.log(`    ${name} ← ${channelName} ${event} ${JSON.stringify(data)}`)
    events.emit('event', event, data)
  })
  return {
    socketId: client.socketId,
    next: async () => (await withDeadline(arrivals.next(), `nothing arrived at ${name}`)).value,
  }
}

async function withDeadline<T>(promise: Promise<T>, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint} within ${DEADLINE} ms`)), DEADLINE)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
