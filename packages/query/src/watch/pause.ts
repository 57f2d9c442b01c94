import type { Page } from './page.ts'

/**
 * Waits for a time in ms, and as long as the page is hidden. Ends at once when the page is seen again, when the network
 * is back, and when the signal is aborted. Never rejects.
 */
export const pause = (ms: number, page: Page, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = () => {
      clearTimeout(timer)
      stopListening()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const stopListening = page.listen(() => (page.hidden ? clearTimeout(timer) : end()))
    signal.addEventListener('abort', end, { once: true })
    if (!page.hidden) timer = setTimeout(end, ms)
  })
