import { PusherError } from '../error/pusher-error.ts'

/** What an error of a transport may look like: Node's system errors, undici's, and `fetch failed` around them. */
interface Failure {
  readonly code?: unknown
  readonly syscall?: unknown
  readonly statusCode?: unknown
  readonly cause?: unknown
  readonly errors?: unknown
}

/** No address was found, or nobody accepted the connection: the request never left. The last is Bun's name for it. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused']
/** These come from connecting as well as from a connection in use. */
const NEVER_SENT_IF_CONNECTING = ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']
const BROKEN = [
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  // A connection that ended in the middle of its last body, as undici tells it.
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]

/**
 * Tells whether a request certainly never reached the server: sending it again cannot publish anything twice.
 *
 * A failed TLS handshake is not among these, though nothing was sent either: a certificate does not get better by
 * trying again.
 */
export function wasNeverSent(error: unknown): boolean {
  return chain(error).some((failure) => {
    const code = String(failure.code)
    if (code === 'ERR_PROXY_TUNNEL') {
      const { statusCode } = failure
      // A proxy that closed the connection did so before there was a tunnel to send anything through.
      if (typeof statusCode !== 'number') return chain(failure.cause).some(({ code }) => isBroken(code))
      return statusCode === 429 || statusCode >= 500
    }
    return NEVER_SENT.includes(code) || (NEVER_SENT_IF_CONNECTING.includes(code) && isConnecting(failure))
  })
}

/** Tells whether a request failed for a reason that may pass, no matter whether the server has read it. */
export function isTransient(error: unknown): boolean {
  if (error instanceof PusherError) return error.code === 'ERR_PUSHER_TIMEOUT'
  if (wasNeverSent(error)) return true
  const failures = chain(error)
  // The Fetch standard has one error for every network failure, a TypeError, and not every runtime adds a code.
  if (error instanceof TypeError && failures.every(({ code }) => code === undefined)) return true
  return failures.some(({ code }) => isBroken(code))
}

/** A short name for a failure, for logs: its code where it has one. It never holds a URL. */
export function nameOf(error: unknown): string {
  const code = chain(error).find((failure) => typeof failure.code === 'string')?.code
  return typeof code === 'string' ? code : error instanceof Error ? error.name : typeof error
}

const isBroken = (code: unknown): boolean => [...BROKEN, ...NEVER_SENT_IF_CONNECTING].includes(String(code))

/** When several addresses were tried in turn, Node's error holds one of each and no `syscall` of its own. */
function isConnecting({ syscall, errors }: Failure): boolean {
  if (Array.isArray(errors)) return errors.every((error: Failure) => error.syscall === 'connect')
  return syscall === 'connect'
}

/** An error and its causes. */
function chain(error: unknown): Failure[] {
  const failures: Failure[] = []
  for (let next = error; typeof next === 'object' && next !== null && failures.length < 5; ) {
    failures.push(next as Failure)
    next = (next as Failure).cause
  }
  return failures
}
