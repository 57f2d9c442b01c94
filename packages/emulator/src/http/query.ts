import type { Query } from '@pusherkit/core/signing'
import { badRequest } from './api-error.ts'

/** Refuses parameters that an endpoint does not know, in the words of hosted Pusher. */
export function refuseExtraneous(query: Query, known: readonly string[]): void {
  const extraneous = [...query.keys()].filter((name) => !known.includes(name))
  if (extraneous.length === 0) return
  throw badRequest(`The following query string parameters are extraneous: ${extraneous.join(', ')}`)
}

/** A parameter that is one text; empty when it is not there. */
export function textParameter(query: Query, name: string): string {
  const value = query.get(name) ?? ''
  if (typeof value === 'string') return value
  throw badRequest(`${name} must be one value, not a list`)
}
