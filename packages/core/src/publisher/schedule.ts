import { Fifo } from './fifo.ts'
import { Lane } from './lane.ts'
import type { QueuedEvent } from './queued-event.ts'

const NO_LANES: readonly Lane[] = []

/**
 * Decides which events go next. Every channel has a lane: its events go in order, and while some are on their way the
 * rest of the lane waits, so that no retry can change the order. An event to several channels goes when it is first in
 * all their lanes. Each step takes constant time, however many events wait.
 *
 * Lanes are there only while they hold or send something. Without ordering there are none.
 */
export class Schedule {
  readonly #isOrdered: boolean
  readonly #lanes = new Map<string, Lane>()
  /** Events that may go now. Of each lane it is the first, and the others may follow in the same batch. */
  readonly #ready = new Fifo<QueuedEvent>()
  readonly #beingValidated = new Set<QueuedEvent>()
  #size = 0

  constructor(ordering: 'channel' | 'none') {
    this.#isOrdered = ordering === 'channel'
  }

  /** How many events wait. */
  get size(): number {
    return this.#size
  }

  add(event: QueuedEvent): void {
    this.#size++
    if (event.text === undefined) this.#beingValidated.add(event)
    event.lanes = this.#lanesOf(event.target)
    if (event.isAlone) event.blockers += event.lanes.length
    for (const lane of event.lanes) {
      lane.push(event)
      if (!lane.isBusy && lane.first === event) this.#comesFirst(event)
    }
    if (event.lanes.length === 0) this.#enlist(event)
  }

  /** The data of a waiting event is now known. */
  encoded(event: QueuedEvent): void {
    this.#beingValidated.delete(event)
    const [lane] = event.lanes
    if (!lane || event.isAlone || (!lane.isBusy && lane.first === event)) this.#enlist(event)
  }

  /** A waiting event was settled, and is not to be sent. */
  drop(event: QueuedEvent): void {
    this.#beingValidated.delete(event)
    this.#size--
    for (const lane of event.lanes) if (!lane.isBusy && lane.first === event) this.#advance(lane)
  }

  /** The next events to send with one request, in order; none when all that wait have to. Their lanes are busy then. */
  take(max: number): QueuedEvent[] {
    const batch: QueuedEvent[] = []
    for (let next = this.#ready.first; next; next = this.#ready.first) {
      if (!next.isSettled) {
        if (batch.length === max || (batch.length > 0 && next.isAlone)) break
        this.#takeFrom(next, batch, max)
      }
      this.#ready.shift()
      if (next.isAlone && batch.length > 0) break
    }
    this.#size -= batch.length
    return batch
  }

  /** The fate of these events is known: what waits behind them may go. */
  release(batch: readonly QueuedEvent[]): void {
    for (const { lanes } of batch) {
      for (const lane of lanes) {
        if (!lane.isBusy) continue
        lane.isBusy = false
        this.#advance(lane)
      }
    }
  }

  /** Gives up everything that waits. */
  clear(): QueuedEvent[] {
    const all = new Set<QueuedEvent>()
    for (const queue of [...this.#lanes.values(), this.#ready]) {
      for (let event = queue.shift(); event; event = queue.shift()) if (!event.isSettled) all.add(event)
    }
    for (const event of this.#beingValidated) all.add(event)
    this.#beingValidated.clear()
    this.#lanes.clear()
    this.#size = 0
    return [...all]
  }

  #lanesOf(target: string | readonly string[]): readonly Lane[] {
    if (!this.#isOrdered) return NO_LANES
    if (typeof target === 'string') return this.#laneOf(target).asList
    return [...new Set(target)].map((channel) => this.#laneOf(channel))
  }

  #laneOf(channel: string): Lane {
    const known = this.#lanes.get(channel)
    if (known) return known
    const lane = new Lane(channel)
    this.#lanes.set(channel, lane)
    return lane
  }

  /** Takes one event, and what may follow it in its lane. */
  #takeFrom(event: QueuedEvent, batch: QueuedEvent[], max: number): void {
    if (event.isAlone || event.lanes.length === 0) batch.push(event)
    for (const lane of event.lanes) {
      lane.isBusy = true
      if (event.isAlone) lane.shift()
      else this.#takeRun(lane, batch, max)
    }
  }

  #takeRun(lane: Lane, batch: QueuedEvent[], max: number): void {
    for (let next = lane.first; next && batch.length < max; next = lane.first) {
      if (!next.isSettled) {
        if (next.blockers > 0) return
        batch.push(next)
      }
      lane.shift()
    }
  }

  /** Lets the next event of an idle lane come first, or ends the lane. */
  #advance(lane: Lane): void {
    while (lane.first?.isSettled) lane.shift()
    if (lane.first) this.#comesFirst(lane.first)
    else this.#lanes.delete(lane.channel)
  }

  #comesFirst(event: QueuedEvent): void {
    if (event.isAlone) event.blockers--
    this.#enlist(event)
  }

  #enlist(event: QueuedEvent): void {
    if (event.blockers === 0) this.#ready.push(event)
  }
}
