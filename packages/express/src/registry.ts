import type { Pusher } from '@pusherkit/core'
import type { RequestPusher } from './request-pusher.ts'

/** One client that a middleware gave to a request. */
export interface Registration {
  /** The client that all requests share. */
  readonly client: Pusher
  /** The same, as this request sees it. */
  readonly pusher: RequestPusher
}

type Registry = Map<string | undefined, Registration>

// A property called `pusher` proves nothing: anybody may have set it. This key is found by every copy of this package.
const REGISTRY: unique symbol = Symbol.for('@pusherkit/express')

interface Registered {
  readonly [REGISTRY]?: Registry
}

/** Remembers a request's client under its name, or as the unnamed one. */
export function addRegistration(
  request: Express.Request,
  name: string | undefined,
  registration: Registration,
): void {
  const existing = registryOf(request)
  if (existing) existing.set(name, registration)
  // Not enumerable, so that a request that is logged or copied shows no more than without us.
  else Object.defineProperty(request, REGISTRY, { value: new Map([[name, registration]]) })
}

/** The client that a middleware gave to a request under this name, if any did. */
export const findRegistration = (
  request: Express.Request,
  name: string | undefined,
): Registration | undefined => registryOf(request)?.get(name)

const registryOf = (request: Express.Request): Registry | undefined => (request as Registered)[REGISTRY]
