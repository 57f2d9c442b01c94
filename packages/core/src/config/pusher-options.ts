import type { AnyEvents, EventMap } from '../contract/event-map.ts'
import type { Encryption } from '../encryption/encryption.ts'
import type { Hooks } from '../observe/hooks.ts'
import type { RetryOptions } from '../transport/retry-policy.ts'
import type { Transport } from '../transport/transport.ts'
import type { EventDefinitions } from '../typed/event-definitions.ts'
import type { TransportSettings } from './transport-options.ts'

/** How to reach an app of a Channels server. */
export interface PusherOptions<Events extends EventMap = AnyEvents> extends TransportSettings {
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
  /** Which events there are, from `defineEvents`: their types, and their validation before they are sent. */
  readonly events?: EventDefinitions<Events> | undefined
  /** End-to-end encrypted channels: `createEncryption({ masterKeyBase64 })` of `@pusherkit/encryption`. */
  readonly encryption?: Encryption | undefined
  /**
   * When a request is sent again; false for never. By default only where nothing can be published twice: when it
   * certainly did not reach the server, after a 429, and any GET.
   */
  readonly retry?: RetryOptions | false | undefined
  /** Functions that watch requests, for logs and metrics. */
  readonly hooks?: Hooks | undefined
  /** Sends the signed requests in place of the built-in keep-alive transport. */
  readonly transport?: Transport | undefined
}

/** The options that say which app it is and where. */
export type LocationOptions = Pick<
  PusherOptions,
  'appId' | 'key' | 'secret' | 'cluster' | 'host' | 'port' | 'useTLS' | 'path'
>
