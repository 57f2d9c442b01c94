import type { Connection } from './connection.ts'

/** The connections of one app that signed in, by user id. */
export class UserTable {
  readonly #connections = new Map<string, Set<Connection>>()

  /** The connections that are signed in as this user; none when nobody is. */
  connectionsOf(userId: string): readonly Connection[] {
    return [...(this.#connections.get(userId) ?? [])]
  }

  /** Notes that a connection belongs to a user. */
  add(userId: string, connection: Connection): void {
    const connections = this.#connections.get(userId) ?? new Set()
    this.#connections.set(userId, connections.add(connection))
  }

  /** Forgets a connection. */
  remove(userId: string, connection: Connection): void {
    const connections = this.#connections.get(userId)
    connections?.delete(connection)
    if (connections?.size === 0) this.#connections.delete(userId)
  }
}
