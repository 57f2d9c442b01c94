/**
 * Why the emulator closes a console's WebSocket. Codes from 4000 on are free for applications (RFC 6455); the page
 * knows these, and does not come back by itself after any of them.
 */
export const CONSOLE_CLOSED = {
  /** The first message was no `hello` with the right token. */
  unauthorized: 4401,
  /** The page is somebody else's. */
  forbidden: 4403,
  /** A message that no page of ours sends. */
  badMessage: 4400,
} as const
