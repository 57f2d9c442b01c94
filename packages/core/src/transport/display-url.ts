import type { SignedRequest } from '../signing/sign-request.ts'

/** The path of a request target, without its query. */
export const pathOf = (target: string): string => target.split('?', 1)[0] ?? ''

/** A request's URL for people: without the query, which holds the signature. */
export const displayUrl = ({ origin, target }: Pick<SignedRequest, 'origin' | 'target'>): string =>
  origin + pathOf(target)
