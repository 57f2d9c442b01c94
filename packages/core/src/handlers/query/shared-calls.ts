/** Makes a call, or shares one that was made under the same key. */
export type SharedCalls<T> = (key: string, call: () => Promise<T>) => Promise<T>

interface Entry<T> {
  readonly result: Promise<T>
  /** Undefined while there is no answer yet. */
  expires?: number
}

/** Most answers that are remembered. */
const MAX_KEYS = 1_000

/**
 * Shares calls: those under one key at the same time become one, and its result serves for `ttl` ms more. A failure is
 * told to all who wait, and then forgotten.
 *
 * @param clock In ms, from any origin.
 */
export function createSharedCalls<T>(ttl: number, clock: () => number): SharedCalls<T> {
  const entries = new Map<string, Entry<T>>()
  return (key, call) => {
    const known = entries.get(key)
    if (known !== undefined && (known.expires === undefined || clock() < known.expires)) return known.result
    const entry: Entry<T> = { result: call() }
    const forget = (): void => {
      if (entries.get(key) === entry) entries.delete(key)
    }
    // Anew, so that the first key is always the oldest.
    entries.delete(key)
    entries.set(key, entry)
    const [oldest] = entries.keys()
    if (entries.size > MAX_KEYS && oldest !== undefined) entries.delete(oldest)
    entry.result.then(() => {
      if (ttl > 0) entry.expires = clock() + ttl
      else forget()
    }, forget)
    return entry.result
  }
}
