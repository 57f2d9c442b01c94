import { isSocketId } from '../contract/names.ts'

/** Headers by lower-case name, as Node has them. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The connection that a request says it was sent by: the socket id in its `X-Socket-ID` header, for events that the sender
 * shall not get. A value that cannot be one is ignored: it names no connection.
 */
export function socketIdOf(headers: RequestHeaders): string | undefined {
  const value = headers['x-socket-id']
  return typeof value === 'string' && isSocketId(value) ? value : undefined
}
