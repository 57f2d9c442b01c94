import type { Connection } from './connection.ts'

/** Connections by the id of a user: those who are signed in as them, or those who watch them. */
export class ConnectionTable {
  readonly #connections = new Map<string, Set<Connection>>()

  /** The connections of this user; none when there are none. */
  connectionsOf(userId: string): readonly Connection[] {
    return [...(this.#connections.get(userId) ?? [])]
  }

  /** Whether the user has a connection. */
  has(userId: string): boolean {
    return this.#connections.has(userId)
  }

  /**
   * Notes that a connection belongs to a user.
   *
   * @returns Whether it is the user's first one.
   */
  add(userId: string, connection: Connection): boolean {
    const connections = this.#connections.get(userId)
    if (connections) connections.add(connection)
    else this.#connections.set(userId, new Set([connection]))
    return !connections
  }

  /**
   * Forgets a connection.
   *
   * @returns Whether it was the user's last one.
   */
  remove(userId: string, connection: Connection): boolean {
    const connections = this.#connections.get(userId)
    if (!connections?.delete(connection) || connections.size > 0) return false
    return this.#connections.delete(userId)
  }
}
