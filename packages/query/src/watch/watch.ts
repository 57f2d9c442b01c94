/**
 * Snapshots of a state as it changes, for one `for await`. `break`, `return()`, `await using` and the option `signal`
 * end it, together with the request that is under way.
 */
export interface Watch<T> extends AsyncIterableIterator<T, undefined, undefined>, AsyncDisposable {
  return(): Promise<IteratorResult<T, undefined>>
}

/**
 * Makes a watcher of a generator, which is started with the first `next()` and ended by its signal: a generator by
 * itself would not hear of `return()` before its current wait is over.
 */
export function toWatch<T>(
  start: (signal: AbortSignal) => AsyncGenerator<T, undefined, undefined>,
): Watch<T> {
  const ending = new AbortController()
  let generator: AsyncGenerator<T, undefined, undefined> | undefined
  const watch: Watch<T> = {
    async next() {
      generator ??= start(ending.signal)
      return generator.next()
    },
    async return() {
      ending.abort()
      await generator?.return(undefined)
      return { done: true, value: undefined }
    },
    async [Symbol.asyncDispose]() {
      await watch.return()
    },
    [Symbol.asyncIterator]: () => watch,
  }
  return watch
}
