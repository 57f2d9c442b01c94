import type { Query } from '../signing/string-to-sign.ts'

/** What to ask of the API, before anybody knows with which key or of which host. */
export interface RequestSpec {
  readonly method: 'GET' | 'POST'
  /** Builders give the path below the app (`/events`); what is signed has the whole path. */
  readonly path: string
  readonly query: Query
  /** The exact JSON text, or undefined for a request without a body. */
  readonly body: string | undefined
}

const NO_QUERY: Query = new Map()

/** A request that posts an object as JSON. */
export const post = (path: string, body: object): RequestSpec => postText(path, JSON.stringify(body))

/** A request that posts JSON text. */
export const postText = (path: string, body: string): RequestSpec => ({
  method: 'POST',
  path,
  query: NO_QUERY,
  body,
})
