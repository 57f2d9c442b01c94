/** A request, as it goes over the wire. */
export interface CaseRequest {
  readonly method: string
  /** With the query, escaped as it is sent. */
  readonly path: string
  /** As they are sent: names in any casing, and more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Uint8Array | undefined
  /** `chunked`: without a content-length. `aborted`: the client goes away halfway. `length` unless told. */
  readonly send?: 'length' | 'chunked' | 'aborted'
}

/** What a host answers, without the headers that are its server's own. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What makes a host different from the others, where that can be seen from outside. */
export type Trait =
  /** Asked over a connection, which can break. */
  | 'socket'
  /** The Fetch standard has rewritten the URL. */
  | 'fetch'
  /** A parser of the application runs first, and may refuse by itself. */
  | 'parser'
  /** Only what the parser made of the body is left. */
  | 'parsed'
  /** Forms are parsed by the package `qs`, */
  | 'qs'
  /** and brackets are nested. */
  | 'qs, nested'
  /** Nest has a route for each question, and answers where it has none. */
  | 'nest'
  /** Fastify's router knows casing and the limits of a path, */
  | 'fastify'
  /** and its parsers refuse what they do not know, or do not like. */
  | 'fastify, parser'
  /** more of it on Nest 12, */
  | 'fastify, Nest 12'
  /** and leave something of their own. */
  | 'fastify, parsed'

/** Another answer, and why it has to be another one. */
export interface Exception extends Pick<Answer, 'status' | 'headers' | 'body'> {
  readonly why: string
}

/** One row of the table. */
export interface Case {
  readonly name: string
  readonly request: CaseRequest
  readonly expect: Answer
  /** For hosts with a trait. The most special one counts. */
  readonly except?: { readonly [Name in Trait]?: Exception }
}

export const FORM = 'application/x-www-form-urlencoded'
export const JSON_TYPE = 'application/json'

/** A POST with a content type, or with these headers. */
export const post = (
  path: string,
  headers: string | CaseRequest['headers'],
  body: CaseRequest['body'],
  send: CaseRequest['send'] = 'length',
): CaseRequest => ({
  method: 'POST',
  path,
  headers: typeof headers === 'string' ? [['Content-Type', headers]] : headers,
  body,
  send,
})

export const get = (path: string, headers: CaseRequest['headers'] = []): CaseRequest => ({
  method: 'GET',
  path,
  headers,
  body: undefined,
})

/** An answer of JSON with the headers that all but those of queries have. */
export const json = (status: number, body: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8', ...headers },
  body,
})

/** What the application answers itself when its own parser or router refuses a request: see `hosts/parser-refused.ts`. */
export const refusedByParser = (status: number, type: string): Answer => ({ status, headers: {}, body: type })

/** What a client gets that has gone away. */
export const NOTHING: Answer = { status: 0, headers: {}, body: '' }
