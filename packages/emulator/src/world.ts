import type { Clock } from './clock.ts'

/** What an emulator needs of the machine it runs on. */
export interface World {
  readonly clock: Clock
  /** From 0 to just below 1, as `Math.random`. */
  readonly random: () => number
  /** Tells the developer of something that is wrong and stops nothing, as `process.emitWarning`. */
  readonly warn: Warn
}

/** Tells the developer of something that is wrong and stops nothing. */
export type Warn = (warning: string | Error) => void
