import type { App } from '../apps/app.ts'
import type { Connection } from '../connections/connection.ts'

/** Who is speaking, and in which app: what every handler of a client's frames is given. */
export interface Session {
  readonly app: App
  readonly connection: Connection
}
