import type { Pusher, PusherResponse, TriggerResult } from '@pusherkit/core'
import { broadcastRulesOf } from './broadcast-metadata.ts'

/** The one method of a broadcaster that publishes. */
export type PusherDispatcher = Pick<PusherBroadcaster, 'dispatch'>

/**
 * Publishes events whose classes have `@BroadcastOn`. The token of the default client's is this class.
 *
 * ```ts
 * await this.broadcaster.dispatch(new OrderShipped(7))
 * await this.broadcaster.toOthers(socketId).dispatch(new OrderShipped(7))
 * ```
 */
export class PusherBroadcaster {
  readonly #pusher: Pusher

  constructor(pusher: Pusher) {
    this.#pusher = pusher
  }

  /**
   * Publishes an event. Failures are retried and rejected as those of `trigger`.
   *
   * @returns Undefined when `@BroadcastWhen` says no.
   * @throws TypeError (as a rejection) for an event whose class has no `@BroadcastOn`.
   */
  async dispatch(event: object): Promise<PusherResponse<TriggerResult> | undefined> {
    return this.#dispatch(event, undefined)
  }

  /**
   * Leaves one connection out, usually the caller's: `toOthers(socketId)` with `@PusherSocketId() socketId`. Without a
   * socket id everybody gets the event.
   */
  toOthers(socketId: string | undefined): PusherDispatcher {
    return { dispatch: async (event) => this.#dispatch(event, socketId) }
  }

  async #dispatch(
    event: object,
    socketId: string | undefined,
  ): Promise<PusherResponse<TriggerResult> | undefined> {
    const { channels, name, payload, when } = broadcastRulesOf(event) ?? {}
    const className = event?.constructor?.name
    if (!channels) {
      throw new TypeError(
        `${className ?? String(event)} has no @BroadcastOn: say on which channel it is published`,
      )
    }
    // What the decorators took is typed by the class they stand on, and this is an instance of it.
    const self = event as never
    if (when && !(await when(self))) return undefined
    const data = payload ? payload(self) : { ...event }
    return this.#pusher.trigger(channels(self), name ?? className, data, socketId)
  }
}
