import { userAuth } from '../signing/socket-auth.ts'
import type { Token } from '../signing/token.ts'
import { assertSocketId } from '../validate/socket-id.ts'
import { toUserData } from '../validate/user-data.ts'

/** Who a client is signed in as. Keys besides these are passed on to the client. */
export interface UserData {
  /** 1–200 of the characters `A-Z a-z 0-9 _ - = @ , . ;`. */
  readonly id: string
  /** What the members of presence channels may know. */
  readonly user_info?: unknown
  /** The users whose coming online and going offline the client is told: at most 100 ids. */
  readonly watchlist?: readonly string[] | undefined
  readonly [key: string]: unknown
}

/** What a user authentication endpoint answers, as JSON and with status 200. */
export interface UserAuthentication {
  readonly auth: string
  /** The exact text that was signed. */
  readonly user_data: string
}

/**
 * Signs a client's sign-in.
 *
 * Source: Channels "Authentication signatures", user authentication.
 */
export function authenticateUser(token: Token, socketId: unknown, userData: unknown): UserAuthentication {
  assertSocketId(socketId, 'socketId')
  const user_data = toUserData(userData)
  return { auth: userAuth(token, socketId, user_data), user_data }
}
