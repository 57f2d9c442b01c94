import { redactSignatures } from './display.ts'

const MAX_DEPTH = 4

/**
 * Keeps the cause of a failure, unless a signature can be found in it: errors of HTTP clients like to carry the whole
 * URL, or the bytes that arrived. Such a cause is replaced by its name, code, message and stack, without signatures.
 */
export function safeCause(cause: unknown): unknown {
  if (!holdsSignature(cause, MAX_DEPTH)) return cause
  const error: Error & { readonly code?: unknown } = cause instanceof Error ? cause : new Error(String(cause))
  const safe = new Error(redactSignatures(error.message))
  Object.defineProperties(safe, {
    name: { value: error.name },
    stack: { value: redactSignatures(error.stack ?? '') },
  })
  return error.code === undefined ? safe : Object.assign(safe, { code: error.code })
}

function holdsSignature(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return redactSignatures(value) !== value
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Uint8Array)
    return holdsSignature(String.fromCharCode(...value.subarray(0, 16_384)), depth)
  // What is nested deeper than anybody prints it.
  if (depth === 0) return false
  return Object.values(Object.getOwnPropertyDescriptors(value)).some(({ value: field }) =>
    holdsSignature(field, depth - 1),
  )
}
