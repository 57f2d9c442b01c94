import type { AnyEvents, ChannelName, EventData, EventMap, EventName } from '../contract/event-map.ts'
import { PusherError } from '../error/pusher-error.ts'
import type { Internals } from '../internals.ts'
import type { TriggerResult } from '../response/results.ts'
import { validateTrigger } from '../typed/validate-publish.ts'
import type { TriggerParams } from '../types.ts'
import { toChannels } from '../validate/channel.ts'
import { type CloseOptions, type CloseResult, toCloseTimeout, toUnpublished } from './close.ts'
import { Dispatcher } from './dispatcher.ts'
import { encodeEvent } from './encode-event.ts'
import { endsWithin } from './ends-within.ts'
import { Epoch } from './epoch.ts'
import type { PublisherSettings } from './publisher-options.ts'
import { QueuedEvent } from './queued-event.ts'

/** What a publisher did so far, and has to do. Events but for `batches` and `retried`, which count requests. */
export interface PublisherStats {
  /** Events that wait. */
  readonly queued: number
  /** Events that were sent and have no answer yet. */
  readonly inFlight: number
  /** Events that the API accepted. */
  readonly accepted: number
  /** Events that were queued and then rejected. */
  readonly failed: number
  /** Requests that were sent, also those with one event. */
  readonly batches: number
  /** Requests that were sent again. */
  readonly retried: number
}

/**
 * Publishes many events with few requests. Made by `createPublisher`.
 *
 * Make one for a client and keep it. It has to be closed: `await using`, or `close()`.
 */
export class Publisher<Events extends EventMap = AnyEvents> implements AsyncDisposable {
  readonly #internals: Internals
  readonly #maxQueued: number
  readonly #dispatcher: Dispatcher
  readonly #counters = { entered: 0, accepted: 0, failed: 0 }
  #epoch = new Epoch(this.#counters)
  #flushed: Promise<unknown> = Promise.resolve()
  #room: PromiseWithResolvers<void> | undefined
  #closing: Promise<CloseResult> | undefined

  constructor(internals: Internals, settings: PublisherSettings) {
    this.#internals = internals
    this.#maxQueued = settings.maxQueued
    this.#dispatcher = new Dispatcher(settings, internals.send, () => this.#makeRoom())
  }

  /**
   * Publishes one event as `Pusher.trigger` does, together with others that wait.
   *
   * It takes the event at once, however many wait already: its promise is what tells the pressure. Await it, or use
   * `offer`, where more events come than the server takes.
   *
   * @returns The API accepted this very event. With `info`: the counts, by channel.
   * @throws PusherValidationError (as a rejection) and nothing was sent
   * @throws PusherRequestError (as a rejection) for the request that carried this event
   * @throws PusherError (as a rejection) `ERR_PUSHER_CLOSED`: the publisher was closed before it was sent
   */
  trigger<const Channel extends ChannelName<Events>, const Event extends EventName<Events, Channel>>(
    channels: Channel | readonly Channel[],
    event: Event,
    data: EventData<Events, Channel, Event>,
    params?: TriggerParams | string | null,
  ): Promise<TriggerResult> {
    // What is thrown here rejects.
    return new Promise((resolve, reject) => {
      if (this.#closing) throw closedError('is closed: this event came too late')
      const { config, events } = this.#internals
      if (events) {
        const names = toChannels(channels, config.rules.maxChannelLength)
        const target = names.length === 1 && names[0] !== undefined ? names[0] : names
        const queued = new QueuedEvent(target, this.#epoch, resolve, reject)
        this.#dispatcher.add(queued)
        validateTrigger(events, Array.isArray(channels) ? names : channels, event, data)
          .then((checked) => {
            if (queued.isSettled) return
            queued.encoded(encodeEvent(names, event, checked, params, config.rules))
            this.#dispatcher.encoded(queued)
          })
          .catch((error: unknown) => this.#refuse(queued, error))
        return
      }
      const encoded = encodeEvent(channels, event, data, params, config.rules)
      const queued = new QueuedEvent(encoded.target, this.#epoch, resolve, reject)
      queued.encoded(encoded)
      this.#dispatcher.add(queued)
    })
  }

  /**
   * Publishes one event if fewer than `maxQueued` wait.
   *
   * @returns What `trigger` returns, or false: there is no room, and the event was not taken. `room()` tells when.
   */
  offer<const Channel extends ChannelName<Events>, const Event extends EventName<Events, Channel>>(
    channels: Channel | readonly Channel[],
    event: Event,
    data: EventData<Events, Channel, Event>,
    params?: TriggerParams | string | null,
  ): Promise<TriggerResult> | false {
    return this.#hasRoom() && this.trigger(channels, event, data, params)
  }

  /** Resolves when fewer than `maxQueued` events wait. */
  async room(): Promise<void> {
    if (this.#hasRoom()) return
    this.#room ??= Promise.withResolvers<void>()
    await this.#room.promise
  }

  /** Resolves when every event that was triggered before is settled. It never rejects: the events do. */
  async flush(): Promise<void> {
    this.#flushed = Promise.all([this.#flushed, this.#epoch.end()])
    this.#epoch = new Epoch(this.#counters)
    await this.#flushed
  }

  /**
   * Takes no more events, and waits until all are settled. What is not by the end of `timeout` rejects, and is told
   * here. A second call tells the same.
   *
   * @throws PusherValidationError (as a rejection) `ERR_PUSHER_INVALID_OPTION`
   */
  async close(options?: CloseOptions): Promise<CloseResult> {
    const timeout = toCloseTimeout(options)
    this.#closing ??= this.#close(timeout)
    return this.#closing
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** Numbers for a log or a metric, as they are now. */
  get stats(): PublisherStats {
    const { entered, accepted, failed } = this.#counters
    const { queued, batches, retried } = this.#dispatcher
    return { queued, inFlight: entered - accepted - failed - queued, accepted, failed, batches, retried }
  }

  async #close(timeout: number): Promise<CloseResult> {
    const flushed = this.flush()
    if (timeout > 0 && (await endsWithin(flushed, timeout))) return { unsent: [], unconfirmed: [] }
    const error = closedError(`was closed, and ${timeout} ms later this event was not sent`)
    const { unsent, unconfirmed } = this.#dispatcher.abandon(error)
    for (const event of unsent) event.fail(error)
    await flushed
    return { unsent: unsent.flatMap(toUnpublished), unconfirmed: unconfirmed.flatMap(toUnpublished) }
  }

  #refuse(event: QueuedEvent, error: unknown): void {
    if (event.isSettled) return
    event.fail(error)
    this.#dispatcher.drop(event)
  }

  #hasRoom(): boolean {
    return this.#dispatcher.queued < this.#maxQueued
  }

  #makeRoom(): void {
    if (!this.#room || !this.#hasRoom()) return
    this.#room.resolve()
    this.#room = undefined
  }
}

const closedError = (what: string): PusherError =>
  new PusherError('ERR_PUSHER_CLOSED', `The publisher ${what}`)
