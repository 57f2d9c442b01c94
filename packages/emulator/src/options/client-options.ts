import { type Address, toUrlHost } from '../server/authority.ts'

/** What pusher-js needs to connect to the emulator, besides the app key. */
export interface ClientOptions {
  /** pusher-js refuses to start without one; `wsHost` wins over it. */
  cluster: string
  wsHost: string
  wsPort: number
  /** The emulator speaks plain WebSocket. */
  forceTLS: false
  /** Without this pusher-js falls back to hosted Pusher's SockJS servers when it cannot connect. */
  enabledTransports: 'ws'[]
  /** Statistics would go to hosted Pusher. */
  enableStats: false
}

/** A fresh object each time: it is meant to be spread and changed. */
export const clientOptions = ({ host, port }: Address): ClientOptions => ({
  cluster: 'emulator',
  wsHost: toUrlHost(host),
  wsPort: port,
  forceTLS: false,
  enabledTransports: ['ws'],
  enableStats: false,
})
