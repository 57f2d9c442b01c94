/** What a watcher needs of an event target. */
export type Listenable = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/** What a watcher needs of a `Document`. */
export interface PageDocument extends Listenable {
  /** `hidden` while the tab is in the background. */
  readonly visibilityState: string
  /** The window, which hears `online`. */
  readonly defaultView?: Listenable | null
}

/** Whether anybody is looking, and the moments at which that or the network changes. */
export interface Page {
  readonly hidden: boolean
  /** Tells of `visibilitychange` and `online`. Returns what ends that. */
  listen(listener: () => void): () => void
}

/**
 * The page of a document. Without one, as in workers and on servers, nothing is ever hidden.
 *
 * @param scope What hears `online` where there is no document.
 */
export function toPage(document: PageDocument | undefined, scope: Listenable | undefined): Page {
  const network = document?.defaultView ?? scope
  return {
    get hidden() {
      return document?.visibilityState === 'hidden'
    },
    listen(listener) {
      document?.addEventListener('visibilitychange', listener)
      network?.addEventListener('online', listener)
      return () => {
        document?.removeEventListener('visibilitychange', listener)
        network?.removeEventListener('online', listener)
      }
    },
  }
}
