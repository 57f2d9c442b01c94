import { randomUUID } from 'node:crypto'
import { Refusal } from './refusal.ts'

/** Somebody who is signed in. The id is new with each sign-in, so that an old cookie is never a new person. */
export interface User {
  readonly id: string
  readonly name: string
  /** When they signed in, in ms since 1970. */
  readonly since: number
}

interface Ban {
  readonly until: number
  readonly by: string
}

/** How long somebody who was removed stays out, in ms. */
const BAN = 60_000

/** Who is signed in, and who was removed. In memory: a restart forgets everybody. */
export class Users {
  readonly #now: () => number
  readonly #byId = new Map<string, User>()
  readonly #bans = new Map<string, Ban>()
  readonly #away = new Set<string>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** @throws Refusal 403 for somebody who was removed, 409 when the name is taken by somebody who is there. */
  signIn(name: string): User {
    const refusal = this.refusalFor(name)
    if (refusal !== undefined) throw new Refusal(403, refusal)
    const holder = [...this.#byId.values()].find((user) => keyOf(user.name) === keyOf(name))
    if (holder && !this.#away.has(holder.id))
      throw new Refusal(409, `Somebody called ${name} is here already.`)
    if (holder) this.signOut(holder)
    const user = { id: randomUUID(), name, since: this.#now() }
    this.#byId.set(user.id, user)
    return user
  }

  signOut(user: User): void {
    this.#byId.delete(user.id)
    this.#away.delete(user.id)
  }

  /** Signs a user out, and refuses the name for a minute. */
  remove(user: User, by: User): void {
    this.signOut(user)
    this.#bans.set(keyOf(user.name), { until: this.#now() + BAN, by: by.name })
  }

  /** Why somebody of this name may not sign in now, if so. */
  refusalFor(name: string): string | undefined {
    const ban = this.#bans.get(keyOf(name))
    const seconds = ban ? Math.ceil((ban.until - this.#now()) / 1_000) : 0
    return ban && seconds > 0 ? `${ban.by} removed you. You can come back in ${seconds} seconds.` : undefined
  }

  find(id: unknown): User | undefined {
    return typeof id === 'string' ? this.#byId.get(id) : undefined
  }

  /** Remembers what presence webhooks tell. The name of somebody who is away is free. */
  setAway(id: string, away: boolean): void {
    if (away && this.#byId.has(id)) this.#away.add(id)
    else this.#away.delete(id)
  }

  /** Who may remove others: whoever of those who are there signed in first. */
  get host(): User | undefined {
    return [...this.#byId.values()].find((user) => !this.#away.has(user.id))
  }
}

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase()
