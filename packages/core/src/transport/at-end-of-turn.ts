/**
 * Runs a task when this turn of the event loop ends: answers that came in together are all handled by then. Runtimes
 * that do not say when that is run it after the code that runs now.
 *
 * Chosen when this is loaded: tests replace the global `setImmediate` by a clock that they move on.
 */
export const atEndOfTurn: (task: () => void) => void =
  typeof globalThis.setImmediate === 'function' ? globalThis.setImmediate : queueMicrotask
