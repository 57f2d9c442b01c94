import { Fifo } from './fifo.ts'
import type { QueuedEvent } from './queued-event.ts'

/** The events of one channel that wait, in the order they were triggered. */
export class Lane extends Fifo<QueuedEvent> {
  readonly channel: string
  /** Whether events of this channel are on their way: the others wait for the answer. */
  isBusy = false
  /** This lane as a list, which the events of this channel share. */
  readonly asList: readonly Lane[] = [this]

  constructor(channel: string) {
    super()
    this.channel = channel
  }
}
