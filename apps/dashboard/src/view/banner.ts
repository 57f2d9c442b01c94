import { byId, timeOfDay } from '../dom.ts'
import type { Health } from '../follow/health.ts'

/** Says whether the page shows what is, and if not, since when and why. */
export interface Banner {
  readonly show: (health: Health) => void
  /** What waiting does not mend. */
  readonly fail: (sentence: string) => void
}

export function createBanner(now: () => number): Banner {
  const banner = byId('banner')
  const status = byId('status')
  let since: number | undefined
  const show = (sentence: string): void => {
    const isLive = sentence === ''
    banner.hidden = isLive
    banner.textContent = sentence
    status.textContent = isLive ? 'live' : 'offline'
    byId('dashboard').classList.toggle('offline', !isLive)
  }
  return {
    show({ error }) {
      since = error && (since ?? now())
      if (!error || since === undefined) return show('')
      const reason =
        error.code === 'ERR_PUSHER_UPSTREAM'
          ? 'The Channels server does not answer.'
          : 'The server cannot be reached.'
      show(`Offline since ${timeOfDay(since)}: what you see is from then. ${reason} Trying again…`)
    },
    fail: show,
  }
}
