import type { App } from '../apps/app.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'

/**
 * Refuses a connection to an app that is switched off or full.
 *
 * @throws {ProtocolError} With the code to close the connection with.
 */
export function checkAvailability({ rules, connections }: App): void {
  if (!rules.enabled) throw new ProtocolError('The app is disabled', ERROR_CODES.appDisabled)
  if (connections.size < rules.maxConnections) return
  throw new ProtocolError(
    `The app is over its connection quota: ${rules.maxConnections} may be open`,
    ERROR_CODES.overConnectionQuota,
  )
}
