import type { SignedRequest } from '../signing/sign-request.ts'

/** A request's URL for people: without the query, which holds the signature. */
export const displayUrl = ({ origin, target }: Pick<SignedRequest, 'origin' | 'target'>): string =>
  origin + target.split('?', 1)[0]
