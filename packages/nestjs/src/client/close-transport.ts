import type { Transport } from '@pusherkit/core'

/**
 * Ends what a transport of the user's keeps open, where it says how: a method `close`, or `Symbol.asyncDispose`. The
 * built-in transport has nothing to close: its idle connections keep no process alive.
 */
export async function closeTransport(transport: Transport | undefined): Promise<void> {
  const closable = transport as Partial<AsyncDisposable & { close(): unknown }> | undefined
  if (typeof closable?.close === 'function') await closable.close()
  else await closable?.[Symbol.asyncDispose]?.()
}
