import { readFields, readWholeNumber } from '../options/values.ts'
import { quote } from '../quote.ts'

/** Which requests a fault is for. All of them unless told. */
export interface FaultOptions {
  /** How many requests it befalls, from 1 up. Every one until `clear()` unless told. */
  readonly times?: number | undefined
  /** Only requests with this method, e.g. `GET`. */
  readonly method?: string | undefined
  /** Only paths that end with this text, e.g. `/events`, or that match this expression. Without the query. */
  readonly path?: string | RegExp | undefined
}

/** A request as far as it decides about faults. */
export interface FaultTarget {
  readonly method: string
  /** Without the query. */
  readonly path: string
}

/** The options of a fault after checking. */
export interface FaultScope {
  readonly times: number
  readonly covers: (target: FaultTarget) => boolean
}

const FIELDS = ['times', 'method', 'path']
const MOST_TIMES = 1_000_000

function readMethod(method: unknown, place: string): string | undefined {
  if (method === undefined) return undefined
  if (typeof method === 'string' && method !== '') return method.toUpperCase()
  throw new TypeError(`Option ${place} must be a method such as GET, but it is ${quote(method)}`)
}

function readPath(path: unknown, place: string): (path: string) => boolean {
  if (path === undefined) return () => true
  if (typeof path === 'string' && path !== '') return (candidate) => candidate.endsWith(path)
  // `search` begins at the start each time; `test` would not, with the flag g.
  if (path instanceof RegExp) return (candidate) => candidate.search(path) !== -1
  throw new TypeError(`Option ${place} must be the end of a path or a RegExp, but it is ${quote(path)}`)
}

/**
 * Checks which requests a fault is for.
 *
 * @param place What the fault is called.
 * @param more Other fields that this kind of fault has.
 * @throws {TypeError} Names the option that is wrong.
 */
export function readScope(options: unknown, place: string, more: readonly string[] = []): FaultScope {
  const fields = readFields(options, place, [...FIELDS, ...more])
  const method = readMethod(fields.method, `${place}.method`)
  const isPath = readPath(fields.path, `${place}.path`)
  return {
    times:
      fields.times === undefined
        ? Number.POSITIVE_INFINITY
        : readWholeNumber(fields.times, `${place}.times`, 1, MOST_TIMES),
    covers: (target) => (method === undefined || target.method === method) && isPath(target.path),
  }
}
