import { Rooms } from './rooms.ts'
import { Users } from './users.ts'
import { WebhookLog } from './webhook-log.ts'

/** All that the chat remembers. */
export interface State {
  readonly users: Users
  readonly rooms: Rooms
  readonly log: WebhookLog
}

export const createState = (now: () => number): State => ({
  users: new Users(now),
  rooms: new Rooms(),
  log: new WebhookLog(now),
})
