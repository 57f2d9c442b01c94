import type { Connection } from '../connections/connection.ts'
import type { PresenceMember } from '../protocol/presence-member.ts'

/** One occupied channel: its subscriptions and, if it is a presence channel, who they belong to. */
export class Channel {
  readonly name: string
  /** On a cache channel: whether the app's owner knows already that the cache is empty. */
  isMissKnown = false
  readonly #subscriptions = new Map<Connection, PresenceMember | undefined>()

  constructor(name: string) {
    this.name = name
  }

  /** Open subscriptions: one per connection. */
  get subscriptionCount(): number {
    return this.#subscriptions.size
  }

  /** The subscribed connections, in the order they came. */
  get connections(): readonly Connection[] {
    return [...this.#subscriptions.keys()]
  }

  /**
   * The members of a presence channel by id, each user once. A user with several connections is described by
   * the oldest of them.
   */
  get members(): ReadonlyMap<string, PresenceMember> {
    const members = new Map<string, PresenceMember>()
    for (const member of this.#subscriptions.values()) {
      if (member && !members.has(member.id)) members.set(member.id, member)
    }
    return members
  }

  /** The member that a connection is here as; undefined off presence channels. */
  memberOf(connection: Connection): PresenceMember | undefined {
    return this.#subscriptions.get(connection)
  }

  /** Adds a subscription. */
  add(connection: Connection, member: PresenceMember | undefined): void {
    this.#subscriptions.set(connection, member)
  }

  /** Removes a subscription. */
  remove(connection: Connection): void {
    this.#subscriptions.delete(connection)
  }

  /** Sends one encoded frame to every subscription, but for one connection. */
  broadcast(frame: string, except?: Connection): void {
    for (const connection of this.#subscriptions.keys()) {
      if (connection !== except) connection.send(frame)
    }
  }
}
