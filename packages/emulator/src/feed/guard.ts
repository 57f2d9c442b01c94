import { emitWarning } from 'node:process'

/**
 * Makes a listener that throws harmless: its error becomes a warning of the process, because the emulator must not end
 * the test process that it lives in.
 */
export const guard =
  <T>(listener: (news: T) => void): ((news: T) => void) =>
  (news) => {
    try {
      listener(news)
    } catch (error) {
      emitWarning(error instanceof Error ? error : String(error))
    }
  }
