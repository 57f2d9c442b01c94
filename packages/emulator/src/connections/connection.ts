import type { ProtocolError } from '../protocol/protocol-error.ts'
import type { SignedInUser } from './signed-in-user.ts'

/** One open WebSocket connection, as channels and users see it. */
export interface Connection {
  /** Unique in one emulator; digits, a dot, digits. */
  readonly socketId: string
  /** Names of the channels it is subscribed to. Kept by {@link enterChannel} and {@link leaveChannel}. */
  readonly subscriptions: Set<string>
  /** The user it signed in as, if it did. */
  user: SignedInUser | undefined
  /** Sends an encoded frame; does nothing on a connection that is closing. */
  readonly send: (frame: string) => void
  /** Tells the client why, and closes the connection with the error's code. */
  readonly end: (error: ProtocolError) => void
  /** Closes the connection with any code, and breaks it off without one. Says nothing before. */
  readonly cut: (code: number | undefined, reason: string) => void
}
