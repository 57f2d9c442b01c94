import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'

/** How long a dashboard that nobody looks at stays signed in, in ms. */
const IDLE = 24 * 60 * 60 * 1_000
/** Most dashboards at a time. The one that asked least recently is signed out. */
const MAX_SESSIONS = 100

/** A dashboard that is signed in. */
export interface Session {
  /** Aborted when it is signed in no more. */
  readonly ended: AbortSignal
}

interface Entry {
  readonly controller: AbortController
  used: number
}

/**
 * Who looks at dashboards: whoever knew the password, by a random token. The page sends it in a header, which no other
 * web site can make a browser do. In memory: a restart signs everybody out.
 */
export class Operators {
  readonly #password: Buffer
  readonly #now: () => number
  readonly #entries = new Map<string, Entry>()

  constructor(password: string, now: () => number) {
    this.#password = digest(password)
    this.#now = now
  }

  /** A token, or undefined for a wrong password. */
  signIn(password: unknown): string | undefined {
    // Digests have one length, so that the time tells nothing of the password.
    if (typeof password !== 'string' || !timingSafeEqual(digest(password), this.#password)) return undefined
    const token = randomBytes(32).toString('base64url')
    this.#entries.set(token, { controller: new AbortController(), used: this.#now() })
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > MAX_SESSIONS && oldest !== undefined) this.#end(oldest)
    return token
  }

  /** Who sent the request, if they are signed in. */
  find(req: Request): Session | undefined {
    const token = tokenOf(req)
    const entry = this.#entries.get(token)
    if (!entry) return undefined
    if (entry.used + IDLE <= this.#now()) {
      this.#end(token)
      return undefined
    }
    entry.used = this.#now()
    // Anew, so that the first key is always that of the longest silence.
    this.#entries.delete(token)
    this.#entries.set(token, entry)
    return { ended: entry.controller.signal }
  }

  signOut(req: Request): void {
    this.#end(tokenOf(req))
  }

  #end(token: string): void {
    this.#entries.get(token)?.controller.abort()
    this.#entries.delete(token)
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const tokenOf = (req: Request): string => /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? ''
