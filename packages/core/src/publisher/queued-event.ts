import type { TriggerResult } from '../response/results.ts'
import type { EncodedEvent } from './encode-event.ts'
import type { Epoch } from './epoch.ts'
import type { Lane } from './lane.ts'

type Resolve = (result: TriggerResult) => void
type Reject = (error: unknown) => void

const NO_LANES: readonly Lane[] = []

/** One event from its trigger to its end. There may be very many: a field more here is a word more for each. */
export class QueuedEvent {
  /** The channel, or several: such an event cannot be in a batch. */
  readonly target: string | readonly string[]
  /** The event as JSON, undefined as long as its data is being validated. */
  text: string | undefined = undefined
  /** Whether the answer has something to tell about it. */
  asksInfo = false
  isSettled = false
  /** What has to happen first: that its data is validated, and of several channels, that it is first in each. */
  blockers = 1
  /** The lanes it is in, which the schedule knows. */
  lanes: readonly Lane[] = NO_LANES
  readonly #epoch: Epoch
  readonly #resolve: Resolve
  readonly #reject: Reject

  constructor(target: string | readonly string[], epoch: Epoch, resolve: Resolve, reject: Reject) {
    this.target = target
    this.#epoch = epoch
    this.#resolve = resolve
    this.#reject = reject
    epoch.enter()
  }

  /** An event to several channels needs a request of its own. */
  get isAlone(): boolean {
    return typeof this.target !== 'string'
  }

  /** Its data is validated and written. */
  encoded({ text, asksInfo }: EncodedEvent): void {
    this.text = text
    this.asksInfo = asksInfo
    this.blockers--
  }

  accept(result: TriggerResult): void {
    if (this.isSettled) return
    this.isSettled = true
    this.#epoch.settle('accepted')
    this.#resolve(result)
  }

  fail(error: unknown): void {
    if (this.isSettled) return
    this.isSettled = true
    this.#epoch.settle('failed')
    this.#reject(error)
  }
}
