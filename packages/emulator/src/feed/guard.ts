import type { Warn } from '../world.ts'

/**
 * Makes a listener that throws harmless: its error becomes a warning of the process, because the emulator must not end
 * the test process that it lives in.
 */
export const guard =
  <T>(listener: (news: T) => void, warn: Warn): ((news: T) => void) =>
  (news) => {
    try {
      listener(news)
    } catch (error) {
      warn(error instanceof Error ? error : String(error))
    }
  }
