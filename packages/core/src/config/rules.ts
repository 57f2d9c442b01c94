import type { Encryption } from '../encryption/encryption.ts'

/** What of the configuration decides whether and how arguments become requests. */
export interface Rules {
  /** Longest channel name the server takes, in characters. */
  readonly maxChannelLength: number
  /** Largest `channel_data` of a presence member, in bytes; Infinity where the server sets its own limit. */
  readonly maxPresenceBytes: number
  readonly encryption: Encryption | undefined
}
