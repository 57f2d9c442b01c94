import type { Transport } from '../transport/transport.ts'

/** How to reach an app of a Channels server. */
export interface PusherOptions {
  /** The app's id, from the "App Keys" page. */
  readonly appId: string | number
  /** The app's public key. */
  readonly key: string
  /** The app's secret. It signs requests and is never sent, printed or readable from the client. */
  readonly secret: string
  /** A cluster of hosted Pusher, e.g. `eu`. Without `cluster` and `host`: `mt1`, hosted Pusher's default. */
  readonly cluster?: string | undefined
  /** The host of another server: a name or an IP address, without scheme or port. Excludes `cluster`. */
  readonly host?: string | undefined
  /** The port, 1–65535. By default 443 with TLS and 80 without. */
  readonly port?: number | string | undefined
  /** Whether to use https. True unless told otherwise. */
  readonly useTLS?: boolean | undefined
  /** A path in front of `/apps/…`, for a server behind one, e.g. `/reverb`. It is signed as it is sent. */
  readonly path?: string | undefined
  /** The time one request may take, in ms, its body included. 30,000 unless told otherwise. */
  readonly timeout?: number | undefined
  /** Sends the signed requests in place of the built-in keep-alive transport. */
  readonly transport?: Transport | undefined
}
