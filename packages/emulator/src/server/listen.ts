import { once } from 'node:events'
import type { Server } from 'node:http'
import { toAuthority } from './authority.ts'

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/**
 * Starts listening.
 *
 * @returns The port: the one asked for, or the one the system chose for 0.
 * @throws {Error} When it cannot; the system's error, with its `code`, is the `cause`.
 */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    const where = toAuthority({ host, port })
    throw hasCode(cause, 'EADDRINUSE')
      ? new Error(`Cannot listen on ${where}: the port is taken; choose another one, or 0 for any`, { cause })
      : new Error(`Cannot listen on ${where}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}
