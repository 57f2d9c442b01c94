import { Refusal } from './refusal.ts'
import type { User } from './users.ts'

/** A place to write to. Its channel's name decides what Pusher does with it. */
export interface Room {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly channel: string
  /** Who made it and invites others. Rooms without an owner are open to everybody who is signed in. */
  readonly owner?: User
  /** The ids of those who were invited. */
  readonly members: Set<string>
}

/** Presence: everybody sees who is here. Cache: newcomers get the last message. */
export const LOBBY = 'presence-cache-lobby'
const VAULT = 'private-encrypted-vault'
const MAX_ROOMS = 20

/** The two rooms that everybody may enter, and those that people make. In memory. */
export class Rooms {
  readonly #rooms: Room[] = [
    { id: 'lobby', title: 'Lobby', about: 'Everybody is here.', channel: LOBBY, members: new Set() },
    {
      id: 'vault',
      title: 'Vault',
      about: 'Encrypted: the server in between cannot read it.',
      channel: VAULT,
      members: new Set(),
    },
  ]
  #made = 0

  get all(): readonly Room[] {
    return this.#rooms
  }

  byChannel(channel: string): Room | undefined {
    return this.#rooms.find((room) => room.channel === channel)
  }

  /** @throws Refusal 409 when there are too many. */
  create(title: string, owner: User): Room {
    if (this.#made >= MAX_ROOMS) throw new Refusal(409, `There are ${MAX_ROOMS} private rooms already.`)
    this.#made += 1
    const id = `room-${this.#made}`
    const about = `Private: only those whom ${owner.name} invites.`
    const room = { id, title, about, channel: `private-${id}`, owner, members: new Set([owner.id]) }
    this.#rooms.push(room)
    return room
  }

  /** The room, for somebody who may enter it. @throws Refusal 404 or 403 */
  enter(id: unknown, user: User): Room {
    const room = this.#rooms.find((one) => one.id === id)
    if (!room) throw new Refusal(404, 'There is no such room.')
    const refusal = this.refusalFor(room, user)
    if (refusal !== undefined) throw new Refusal(403, refusal)
    return room
  }

  /** Why somebody may not enter, if so: asked before every subscription and every message, and shown on the page. */
  refusalFor(room: Room, user: User): string | undefined {
    if (!room.owner || room.members.has(user.id)) return undefined
    return `“${room.title}” is private. Ask ${room.owner.name} to invite you.`
  }
}
