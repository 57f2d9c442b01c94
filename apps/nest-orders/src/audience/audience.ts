import { Inject, Injectable } from '@nestjs/common'
import { CLOCK, type Clock } from '../settings/clock.ts'
import { ADDRESSES, customerChannel, customerOf, STAFF } from './channels.ts'

/** What staff are shown of it. */
export interface AudienceView {
  /** The ids of the customers who are looking at their orders. */
  readonly customers: readonly string[]
  /** Events to channels where somebody was. */
  readonly sent: number
  /** Events that nobody would have heard, so that nothing was published. */
  readonly spared: number
}

interface Channel {
  readonly occupied: boolean
  /** In ms since 1970. */
  readonly authorizedAt: number
}

/** How long a client may take from its authorization to its subscription and the webhook that tells of it, in ms. */
const GRACE = 10_000

/**
 * Who is listening, so that nothing is published to nobody. When in doubt somebody is: all our channels need
 * authorization, so where nobody was authorized nobody is, and only a webhook tells that the last one left.
 */
@Injectable()
export class Audience {
  readonly #channels = new Map<string, Channel>()
  #isComplete = true
  #sent = 0
  #spared = 0

  constructor(@Inject(CLOCK) private readonly now: Clock) {}

  /** The channels that want to know of an order of this customer now. */
  forOrderOf(customerId: string): readonly string[] {
    return this.#choose([customerChannel(customerId), STAFF])
  }

  /** The channels that want to know of addresses now. */
  forAddresses(): readonly string[] {
    return this.#choose([ADDRESSES])
  }

  /** Whether somebody is there, or just coming. */
  isListening(channel: string): boolean {
    const known = this.#channels.get(channel)
    if (!known) return !this.#isComplete
    return known.occupied || this.now() < known.authorizedAt + GRACE
  }

  /** Somebody will be there in a moment. */
  authorized(channel: string): void {
    this.#channels.set(channel, { occupied: true, authorizedAt: this.now() })
  }

  /** Somebody is there. */
  occupied(channel: string): void {
    const { authorizedAt = Number.NEGATIVE_INFINITY } = this.#channels.get(channel) ?? {}
    this.#channels.set(channel, { occupied: true, authorizedAt })
  }

  /** The last one left. The webhook comes late: somebody else may have been authorized since. */
  vacated(channel: string): void {
    const { authorizedAt = Number.NEGATIVE_INFINITY } = this.#channels.get(channel) ?? {}
    this.#channels.set(channel, { occupied: false, authorizedAt })
  }

  /** It is not known who was there before: from now on everybody is, until they leave. */
  assumeEverybody(): void {
    this.#isComplete = false
  }

  view(): AudienceView {
    const occupied = [...this.#channels].filter(([, channel]) => channel.occupied)
    return {
      customers: occupied.flatMap(([name]) => customerOf(name) ?? []),
      sent: this.#sent,
      spared: this.#spared,
    }
  }

  #choose(channels: readonly string[]): readonly string[] {
    const chosen = channels.filter((channel) => this.isListening(channel))
    this.#sent += chosen.length
    this.#spared += channels.length - chosen.length
    return chosen
  }
}
