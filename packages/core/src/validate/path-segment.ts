import type { PusherErrorCode } from '../error/pusher-error.ts'
import { invalid } from './invalid.ts'

/**
 * Throws for the two names that cannot stand in a path. Every other character of a name is legal there, but `.` and
 * `..` mean another folder: what is between us and the server would resolve them, and so break the signature.
 */
export function assertPathSegment(name: string, code: PusherErrorCode, parameter: string): void {
  if (name === '.' || name === '..') {
    invalid(code, parameter, name, 'it cannot stand in a path: it means another folder')
  }
}
