import type { CacheModel } from './cache-model.ts'
import { isPresence, userOf } from './cast.ts'
import type { Outcome } from './outcome.ts'

/** One client on one channel. */
export interface Subscription {
  readonly client: number
  readonly channel: string
}

/** What the emulator must do about channels: one list of subscriptions, from which everything else is derived. */
export class ChannelsModel {
  readonly #outcome: Outcome
  readonly #cache: CacheModel
  #subscriptions: Subscription[] = []

  constructor(outcome: Outcome, cache: CacheModel) {
    this.#outcome = outcome
    this.#cache = cache
  }

  /** The clients subscribed to a channel, in the order in which they came. */
  subscribers(channel: string): number[] {
    return this.#subscriptions.filter((each) => each.channel === channel).map(({ client }) => client)
  }

  /** The users on a presence channel. */
  members(channel: string): string[] {
    return [...new Set(this.subscribers(channel).map(userOf))]
  }

  isIn({ client, channel }: Subscription): boolean {
    return this.subscribers(channel).includes(client)
  }

  subscribe({ client, channel }: Subscription, now: number): void {
    if (this.isIn({ client, channel })) {
      this.#outcome.refuse(client)
      return
    }
    const before = this.subscribers(channel)
    const isNew = !this.members(channel).includes(userOf(client))
    this.#subscriptions.push({ client, channel })
    const data = isPresence(channel) ? this.#presence(channel) : {}
    this.#outcome.say([client], { event: 'pusher_internal:subscription_succeeded', channel, data })
    if (before.length === 0) this.#outcome.tell({ name: 'channel_occupied', channel })
    if (isPresence(channel) && isNew) {
      const added = { user_id: userOf(client), user_info: { client } }
      this.#outcome.say(before, { event: 'pusher_internal:member_added', channel, data: added })
      this.#outcome.tell({ name: 'member_added', channel, user_id: userOf(client) })
    }
    this.#cache.welcome(client, channel, now)
    this.#count(channel)
  }

  unsubscribe({ client, channel }: Subscription): void {
    if (!this.isIn({ client, channel })) {
      this.#outcome.refuse(client)
      return
    }
    this.#subscriptions = this.#subscriptions.filter(
      (each) => each.client !== client || each.channel !== channel,
    )
    const user_id = userOf(client)
    if (isPresence(channel) && !this.members(channel).includes(user_id)) {
      const frame = { event: 'pusher_internal:member_removed', channel, data: { user_id } }
      this.#outcome.say(this.subscribers(channel), frame)
      this.#outcome.tell({ name: 'member_removed', channel, user_id })
    }
    this.#count(channel)
    if (this.subscribers(channel).length > 0) return
    this.#cache.vacate(channel)
    this.#outcome.tell({ name: 'channel_vacated', channel })
  }

  /** Ends every subscription of a client, in the order in which they began. */
  disconnect(client: number): void {
    for (const each of this.#subscriptions.filter((one) => one.client === client)) this.unsubscribe(each)
  }

  #presence(channel: string): object {
    const ids = this.members(channel)
    const oldest = (id: string) => this.subscribers(channel).find((client) => userOf(client) === id)
    const hash = Object.fromEntries(ids.map((id) => [id, { client: oldest(id) }]))
    return { presence: { ids, hash, count: ids.length } }
  }

  #count(channel: string): void {
    if (isPresence(channel)) return
    const subscription_count = this.subscribers(channel).length
    const event = 'pusher_internal:subscription_count'
    this.#outcome.say(this.subscribers(channel), { event, channel, data: { subscription_count } })
    this.#outcome.tell({ name: 'subscription_count', channel, subscription_count })
  }
}
