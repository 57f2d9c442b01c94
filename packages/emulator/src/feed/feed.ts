import type { Warn } from '../world.ts'
import { guard } from './guard.ts'
import type { Happening } from './happening.ts'

/** Tells listeners what happens in one app. */
export interface Feed {
  /** Tells every listener, in the order in which they came, before it returns. */
  publish(happening: Happening): void
  /**
   * Listens from now on. The same function may listen twice.
   *
   * @returns Ends the listening. Calling it again does nothing.
   */
  subscribe(listener: (happening: Happening) => void): () => void
}

/**
 * Makes a feed without listeners. One that throws keeps neither the others nor the app from going on: its error
 * becomes a warning of the process, because the emulator must not end the test process that it lives in.
 */
export function createFeed(warn: Warn): Feed {
  const listeners = new Set<{ readonly hear: (happening: Happening) => void }>()
  return {
    publish: (happening) => {
      // A copy: a listener may end itself, or start another, which hears what happens next.
      for (const { hear } of [...listeners]) hear(happening)
    },
    subscribe: (listener) => {
      const guarded = { hear: guard(listener, warn) }
      listeners.add(guarded)
      return () => listeners.delete(guarded)
    },
  }
}
