import type { Message } from './digest.ts'

const encoder = new TextEncoder()

/** The bytes that are hashed: text as UTF-8, a lone surrogate as U+FFFD, as node:crypto does it. Bytes as they are. */
export const toBytes = (message: Message): Uint8Array =>
  typeof message === 'string' ? encoder.encode(message) : message
