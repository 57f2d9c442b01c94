import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'
import type { RateLimit } from './rate-limit.ts'

/** Who is speaking, and in which app: what every handler of a client's frames is given. */
export interface Session {
  readonly app: App
  readonly connection: Connection
  /** How often it may publish client events. */
  readonly clientEvents: RateLimit
  /** To be called when it signed in, or joined a channel that needs authorization. */
  readonly authorized: () => void
}
