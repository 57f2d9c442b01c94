import type { Query } from '../signing/string-to-sign.ts'

/** What to ask of the API, before anybody knows with which key or of which host. */
export interface RequestSpec {
  readonly method: 'GET' | 'POST'
  /** The whole path as it will be sent and signed: prefix, `/apps/{id}`, resource. */
  readonly path: string
  readonly query: Query
  /** The exact JSON text, or undefined for a request without a body. */
  readonly body: string | undefined
}
