/** Gives back what was acquired. To be called once. */
export type Release = () => void

/** Waits for a turn. Rejects with the signal's reason, and leaves the queue, when that is aborted. */
export type Acquire = (signal: AbortSignal) => Promise<Release>

/**
 * Lets so many in at a time, the others in the order they came. Node's agents have a queue too, but a request that is
 * aborted in it stays there until its turn comes.
 */
export function createLimiter(limit: number): Acquire {
  const waiting = new Set<() => void>()
  let free = limit
  const release = () => {
    const [next] = waiting
    if (next) next()
    else free++
  }
  return async (signal) => {
    signal.throwIfAborted()
    if (free > 0) {
      free--
      return release
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        leave()
        resolve(release)
      }
      const onAbort = () => {
        leave()
        reject(signal.reason)
      }
      const leave = () => {
        waiting.delete(enter)
        signal.removeEventListener('abort', onAbort)
      }
      waiting.add(enter)
      signal.addEventListener('abort', onAbort)
    })
  }
}
