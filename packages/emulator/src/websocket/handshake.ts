import type { App } from '../apps/app.ts'
import type { AppTable } from '../apps/app-table.ts'
import { ERROR_CODES } from '../protocol/error-codes.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { quote } from '../quote.ts'

const PATH = /^\/app\/([^/]+)\/?$/

// 5 introduced the ping events and 7 the activity timeout. 5 is what pusher-websocket-java still asks for, and a
// client of 5 or 6 understands everything that is said here.
const VERSIONS = ['5', '6', '7']

function checkVersion(version: string | null): void {
  if (!version) {
    throw new ProtocolError('No protocol version supplied: add ?protocol=7 to the URL', ERROR_CODES.noVersion)
  }
  if (!/^\d+$/.test(version)) {
    throw new ProtocolError(`Invalid version string format: ${quote(version)}`, ERROR_CODES.invalidVersion)
  }
  if (!VERSIONS.includes(version)) {
    throw new ProtocolError(
      `Unsupported protocol version: ${version} is not one of ${VERSIONS.join(', ')}`,
      ERROR_CODES.unsupportedVersion,
    )
  }
}

/**
 * Reads the target of a WebSocket request, `/app/{key}?protocol=7`, and finds the app.
 *
 * @throws {ProtocolError} With the code to close the connection with.
 */
export function readHandshake(target: string, apps: AppTable): App {
  const [path = '', query = ''] = target.split('?', 2)
  const key = PATH.exec(path)?.[1]
  if (key === undefined)
    throw new ProtocolError('Path not found: connect to /app/{key}', ERROR_CODES.pathNotFound)
  const app = apps.byKey(decodeKey(key))
  if (!app)
    throw new ProtocolError(
      `App does not exist: no app has the key ${quote(key)}`,
      ERROR_CODES.appDoesNotExist,
    )
  checkVersion(new URLSearchParams(query).get('protocol'))
  return app
}

/** A key that is not percent-encoding is a key all the same: one that no app has. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}
