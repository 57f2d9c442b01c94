import type { PusherOptions } from '@pusherkit/core'
import type { Options } from 'pusher-js'

/** What pages may know: the public key and where to connect. Never the secret. */
export interface ClientSettings {
  readonly key: string
  readonly options: Options
}

/** What the application needs to publish, and what its pages need to listen. */
export interface Settings {
  readonly server: PusherOptions
  readonly client: ClientSettings
  /** 32 bytes as base64, for the channel with the addresses. */
  readonly encryptionMasterKey: string
  /** Signs the cookies. */
  readonly sessionSecret: string
  /** The time, in ms since 1970. */
  readonly now: () => number
}
