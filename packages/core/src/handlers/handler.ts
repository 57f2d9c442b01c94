import type { PusherHandlerError } from './handler-error.ts'

/** Why a host has no body to hand over: it is larger than the handler's limit, ended early, or could not be decoded. */
export type BodyFailure = 'too-large' | 'aborted' | 'unreadable'

/** A request in plain data: what every host can say of it, whatever its own request object looks like. */
export interface HandlerRequest {
  readonly method: string
  /** Below the handler's mount point: `/`, or `/channels/my-channel` for queries. Escaped as it came. */
  readonly path: string
  /** The first value of each parameter, decoded. */
  readonly query: Readonly<Record<string, string | undefined>>
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The rawest form that the host still has: bytes or text as they came, or what a parser made of them. */
  readonly body: string | Uint8Array | Readonly<Record<string, unknown>> | undefined
  /** Set instead of `body` when it could not be read. What to answer is the handler's to decide. */
  readonly bodyFailure?: BodyFailure
}

/** An answer in plain data. */
export interface HandlerResponse {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** With status 500 and 502 only: what went wrong, for the host's log. Its cause is never for the client. */
  readonly error?: PusherHandlerError
}

/**
 * Answers a request. Never rejects and never throws: a failure is an answer.
 *
 * @typeParam Context The host's own request, handed to the user's hooks untouched.
 */
export interface Handler<Context> {
  (request: HandlerRequest, context: Context): Promise<HandlerResponse>
  /** Bytes. Hosts stop reading a body here, and say `bodyFailure: 'too-large'`. 0: the handler reads no body. */
  readonly maxBodyBytes: number
  /** Whether the user's own `onError` is told of what goes wrong, so that a host need not log it again. */
  readonly hasOnError?: boolean
}
