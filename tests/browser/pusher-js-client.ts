import type { PusherClient } from '@pusherkit/tests-support'

export type PusherJs = typeof PusherClient
export type PusherJsOptions = ConstructorParameters<PusherJs>[1]

/** Told of everything that a client raises: what raised it, the name of the event, its data. */
export type Report = (source: string, event: string, data: unknown) => void

/** What a test can have a client do. Arguments are JSON, as they may have to travel to a page. */
export interface Commands {
  subscribe(channel: string): void
  unsubscribe(channel: string): void
  /** Sends a client event. */
  trigger(channel: string, event: string, data: unknown): void
  signin(): void
  disconnect(): void
}

/**
 * Connects, and reports. Runs in Node and, as its own source, in a page: so it may use nothing but its arguments.
 * Sources are the names of channels, `connection`, `user` and `watchlist`.
 */
export function createClient(
  Library: PusherJs,
  key: string,
  options: PusherJsOptions,
  report: Report,
): Commands {
  const pusher = new Library(key, options)
  pusher.connection.bind('state_change', ({ current }: { current: string }) =>
    report('connection', 'state', current),
  )
  pusher.connection.bind('error', ({ data }: { data?: { code?: number } }) =>
    report('connection', 'error', data?.code),
  )
  pusher.connection.bind('message', ({ event }: { event: string }) => {
    if (event === 'pusher:signin_success') report('user', event, pusher.user.user_data)
  })
  pusher.user.bind_global((event: string, data: unknown) => report('user', event, data))
  pusher.user.watchlist.bind_global((event: string, data: unknown) => report('watchlist', event, data))
  return {
    subscribe: (name) => {
      const channel = pusher.subscribe(name)
      channel.bind_global((event: string, data: unknown) => report(name, event, data))
      channel.bind('client-typing', (_data: unknown, { user_id }: { user_id?: string } = {}) =>
        report(name, 'client-typing by', user_id),
      )
    },
    unsubscribe: (name) => pusher.unsubscribe(name),
    trigger: (name, event, data) => pusher.channel(name).trigger(event, data),
    signin: () => pusher.signin(),
    disconnect: () => pusher.disconnect(),
  }
}
