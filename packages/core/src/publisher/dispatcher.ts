import type { Send, SendOptions } from '../client.ts'
import { atEndOfTurn } from '../transport/at-end-of-turn.ts'
import { wait } from '../transport/wait.ts'
import type { RetryInfo } from '../transport/with-retry.ts'
import { deliver, type SendBatch } from './deliver.ts'
import type { PublisherSettings } from './publisher-options.ts'
import type { QueuedEvent } from './queued-event.ts'
import { Schedule } from './schedule.ts'

/** These say that the server has enough at the moment. */
const PAUSING = ['429', '503']

/** Sends what waits, as soon as a request is free, and never more than `maxInFlight` at once. */
export class Dispatcher {
  readonly #settings: PublisherSettings
  readonly #schedule: Schedule
  readonly #send: SendBatch
  readonly #onTaken: () => void
  readonly #abandoning = new AbortController()
  readonly #inFlight = new Set<readonly QueuedEvent[]>()
  #isFillingSoon = false
  #isFillingLater = false
  #pauses = 0
  /** Requests sent, and how many of them once more. */
  batches = 0
  retried = 0

  /** @param onTaken Told when fewer events wait than before. */
  constructor(settings: PublisherSettings, send: Send, onTaken: () => void) {
    this.#settings = settings
    this.#schedule = new Schedule(settings.ordering)
    this.#onTaken = onTaken
    // The client repeats requests, by the publisher's policy: nothing here repeats them once more.
    const call: SendOptions = {
      retry: settings.retry,
      onRetry: (info) => this.#onRetry(info),
      signal: this.#abandoning.signal,
    }
    this.#send = (spec) => {
      this.batches++
      return send(spec, call)
    }
  }

  /** How many events wait. */
  get queued(): number {
    return this.#schedule.size
  }

  add(event: QueuedEvent): void {
    this.#schedule.add(event)
    this.#wake()
  }

  /** The data of a waiting event is now known. */
  encoded(event: QueuedEvent): void {
    this.#schedule.encoded(event)
    this.#wake()
  }

  /** Takes out a waiting event that was settled. */
  drop(event: QueuedEvent): void {
    this.#schedule.drop(event)
    this.#wake()
    this.#onTaken()
  }

  /**
   * Sends nothing more, and gives up what is on its way: that rejects.
   *
   * @param reason What the requests are aborted with.
   * @returns The events that were not sent, and those of unknown fate, none of them settled.
   */
  abandon(reason: unknown): { unsent: QueuedEvent[]; unconfirmed: QueuedEvent[] } {
    const unsent = this.#schedule.clear()
    const unconfirmed = [...this.#inFlight].flat().filter(({ isSettled }) => !isSettled)
    this.#abandoning.abort(reason)
    this.#onTaken()
    return { unsent, unconfirmed }
  }

  #wake(): void {
    const { maxDelay, maxBatchSize } = this.#settings
    if (maxDelay === 0 || this.#schedule.size >= maxBatchSize) this.#fillSoon()
    else if (!this.#isFillingLater) {
      this.#isFillingLater = true
      void wait(maxDelay).then(() => {
        this.#isFillingLater = false
        this.#fill()
      })
    }
  }

  /**
   * When the code that triggers now is done: what it triggers at once goes together. While requests are on their way,
   * when the turn of the event loop is done: answers that come in together set free what goes together next. One by
   * one they would set free smaller and smaller batches, until every event goes alone.
   */
  #fillSoon(): void {
    if (this.#isFillingSoon) return
    this.#isFillingSoon = true
    const soon = this.#inFlight.size > 0 ? atEndOfTurn : queueMicrotask
    soon(() => {
      this.#isFillingSoon = false
      this.#fill()
    })
  }

  #fill(): void {
    const { maxBatchSize, maxInFlight } = this.#settings
    const before = this.#schedule.size
    while (this.#inFlight.size < maxInFlight && this.#pauses === 0) {
      const batch = this.#schedule.take(maxBatchSize)
      if (batch.length === 0) break
      this.#inFlight.add(batch)
      void deliver(batch, this.#send).then(() => this.#finish(batch))
    }
    if (this.#schedule.size < before) this.#onTaken()
  }

  #finish(batch: readonly QueuedEvent[]): void {
    this.#inFlight.delete(batch)
    this.#schedule.release(batch)
    // Events that still wait for company have their timer.
    if (!this.#isFillingLater || this.#schedule.size >= this.#settings.maxBatchSize) this.#fillSoon()
  }

  /** A server that has enough gets nothing new either, as long as what it turned away waits to be sent again. */
  #onRetry({ delay, reason }: RetryInfo): void {
    this.retried++
    if (!PAUSING.includes(reason)) return
    this.#pauses++
    const resume = () => {
      this.#pauses--
      this.#fillSoon()
    }
    wait(delay, this.#abandoning.signal).then(resume, resume)
  }
}
