import type { PageDocument } from '@pusherkit/query'

/** A tab that a test hides and shows: Node has no document. */
export class Tab extends EventTarget implements PageDocument {
  visibilityState = 'visible'
  readonly defaultView: EventTarget = new EventTarget()

  hide(): void {
    this.visibilityState = 'hidden'
    this.dispatchEvent(new Event('visibilitychange'))
  }

  show(): void {
    this.visibilityState = 'visible'
    this.dispatchEvent(new Event('visibilitychange'))
  }

  online(): void {
    this.defaultView.dispatchEvent(new Event('online'))
  }
}
