/**
 * What the emulator must do, said a second time and in another way: one list of subscriptions and one of sign-ins, from
 * which everything else is derived. It knows nothing of the emulator's code.
 */

/** Who the clients are. Two of them are one user. */
export const USERS = ['ada', 'ada', 'bob', 'eve'] as const
export const WATCHLISTS = [['bob', 'eve'], ['ada'], ['ada', 'bob'], []] as const
export const CHANNELS = [
  'news',
  'cache-news',
  'private-room',
  'presence-room',
  'presence-cache-room',
] as const
export const CLIENT_EVENTS_PER_SECOND = 1
const CACHE_MS = 1_800_000

/** A command of one client, and of one client about a channel. */
type Of<Kind> = Kind extends string ? { readonly kind: Kind; readonly client: number } : never
type About<Kind> = Kind extends string ? Of<Kind> & { readonly channel: string } : never

export type Command =
  | Of<'connect' | 'disconnect' | 'signin'>
  | About<'subscribe' | 'unsubscribe' | 'whisper'>
  | { readonly kind: 'publish'; readonly channels: readonly string[]; readonly except: number }
  | { readonly kind: 'wait'; readonly ms: number }

/** A frame as a client hears it: data decoded, the text of an error left out. */
export interface Heard {
  readonly event: string
  readonly channel?: string
  readonly data?: unknown
  readonly user_id?: string
}

interface Subscription {
  readonly client: number
  readonly channel: string
}

const isPresence = (channel: string): boolean => channel.startsWith('presence-')
const isCache = (channel: string): boolean => /^(?:presence-)?cache-/.test(channel)
const user = (client: number): string => USERS[client] ?? ''
const unique = (list: readonly string[]): string[] => [...new Set(list)]
const error = (code?: number): Heard => ({ event: 'pusher:error', data: code })
const watch = (...events: object[]): Heard => ({
  event: 'pusher_internal:watchlist_events',
  data: { events },
})

export class Model {
  readonly connected: Set<number> = new Set()
  #subscriptions: Subscription[] = []
  #signedIn: number[] = []
  #cache = new Map<string, { readonly data: number; readonly until: number }>()
  #missesKnown = new Set<string>()
  #whispers: { readonly client: number; readonly at: number }[] = []
  #now = 0
  #published = 0
  /** What each client should have heard of the last command, and the feed. */
  heard: [number, Heard][] = []
  fed: object[] = []

  /** The clients subscribed to a channel, in the order in which they came. */
  subscribers(channel: string): number[] {
    return this.#subscriptions.filter((each) => each.channel === channel).map(({ client }) => client)
  }

  /** The users on a presence channel. */
  members(channel: string): string[] {
    return unique(this.subscribers(channel).map(user))
  }

  /** What the next event carries. */
  get nextData(): number {
    return this.#published + 1
  }

  step(command: Command): void {
    this.heard = []
    this.fed = []
    if (command.kind === 'wait') this.#now += command.ms
    else if (command.kind === 'publish') this.#publish(command.channels, command.except)
    else if (command.kind === 'connect') this.connected.add(command.client)
    else if (command.kind === 'disconnect') this.#disconnect(command.client)
    else if (command.kind === 'signin') this.#signIn(command.client)
    else if (command.kind === 'subscribe') this.#subscribe(command)
    else if (command.kind === 'unsubscribe') this.#unsubscribe(command)
    else this.#whisper(command)
  }

  #tell(clients: readonly number[], frame: Heard): void {
    for (const client of clients) this.heard.push([client, frame])
  }

  #isIn({ client, channel }: Subscription): boolean {
    return this.subscribers(channel).includes(client)
  }

  #count(channel: string): void {
    if (isPresence(channel)) return
    const subscription_count = this.subscribers(channel).length
    const data = { subscription_count }
    this.#tell(this.subscribers(channel), { event: 'pusher_internal:subscription_count', channel, data })
    this.fed.push({ name: 'subscription_count', channel, subscription_count })
  }

  #subscribe({ client, channel }: Subscription): void {
    if (this.#isIn({ client, channel })) {
      this.#tell([client], error())
      return
    }
    const before = this.subscribers(channel)
    const isNew = !this.members(channel).includes(user(client))
    this.#subscriptions.push({ client, channel })
    const ids = this.members(channel)
    const oldest = (id: string): number => this.subscribers(channel).find((each) => user(each) === id) ?? -1
    const hash = Object.fromEntries(ids.map((id) => [id, { client: oldest(id) }]))
    const data = isPresence(channel) ? { presence: { ids, hash, count: ids.length } } : {}
    this.#tell([client], { event: 'pusher_internal:subscription_succeeded', channel, data })
    if (before.length === 0) this.fed.push({ name: 'channel_occupied', channel })
    if (isPresence(channel) && isNew) {
      const added = { user_id: user(client), user_info: { client } }
      this.#tell(before, { event: 'pusher_internal:member_added', channel, data: added })
      this.fed.push({ name: 'member_added', channel, user_id: user(client) })
    }
    if (isCache(channel)) this.#sendCached(client, channel)
    this.#count(channel)
  }

  #sendCached(client: number, channel: string): void {
    const cached = this.#cache.get(channel)
    if (cached && cached.until > this.#now) {
      this.#missesKnown.delete(channel)
      this.#tell([client], { event: 'news', channel, data: cached.data })
      return
    }
    this.#tell([client], { event: 'pusher:cache_miss', channel })
    if (!this.#missesKnown.has(channel)) this.fed.push({ name: 'cache_miss', channel })
    this.#missesKnown.add(channel)
  }

  #unsubscribe({ client, channel }: Subscription): void {
    if (!this.#isIn({ client, channel })) {
      this.#tell([client], error())
      return
    }
    this.#subscriptions = this.#subscriptions.filter(
      (each) => each.client !== client || each.channel !== channel,
    )
    if (isPresence(channel) && !this.members(channel).includes(user(client))) {
      const data = { user_id: user(client) }
      this.#tell(this.subscribers(channel), { event: 'pusher_internal:member_removed', channel, data })
      this.fed.push({ name: 'member_removed', channel, user_id: user(client) })
    }
    this.#count(channel)
    if (this.subscribers(channel).length > 0) return
    this.#missesKnown.delete(channel)
    this.fed.push({ name: 'channel_vacated', channel })
  }

  #watchers(id: string): number[] {
    return this.#signedIn.filter((client) => WATCHLISTS[client]?.some((watched) => watched === id))
  }

  #isOnline(id: string): boolean {
    return this.#signedIn.some((client) => user(client) === id)
  }

  #signIn(client: number): void {
    const watchlist = [...(WATCHLISTS[client] ?? [])]
    const user_data = JSON.stringify({ id: user(client), watchlist })
    this.#tell([client], { event: 'pusher:signin_success', data: { user_data } })
    if (!this.#isOnline(user(client))) {
      this.#tell(this.#watchers(user(client)), watch({ name: 'online', user_ids: [user(client)] }))
    }
    if (!this.#signedIn.includes(client)) this.#signedIn.push(client)
    if (watchlist.length === 0) return
    const state = [true, false].map((isOnline) => ({
      name: isOnline ? 'online' : 'offline',
      user_ids: watchlist.filter((id) => this.#isOnline(id) === isOnline),
    }))
    this.#tell([client], watch(...state.filter(({ user_ids }) => user_ids.length > 0)))
  }

  #disconnect(client: number): void {
    for (const each of this.#subscriptions.filter((one) => one.client === client)) this.#unsubscribe(each)
    const wasSignedIn = this.#signedIn.includes(client)
    this.#signedIn = this.#signedIn.filter((each) => each !== client)
    this.#whispers = this.#whispers.filter((each) => each.client !== client)
    this.connected.delete(client)
    if (wasSignedIn && !this.#isOnline(user(client))) {
      this.#tell(this.#watchers(user(client)), watch({ name: 'offline', user_ids: [user(client)] }))
    }
  }

  #publish(channels: readonly string[], except: number): void {
    const data = this.nextData
    this.#published = data
    for (const channel of channels) {
      if (isCache(channel)) this.#cache.set(channel, { data, until: this.#now + CACHE_MS })
      if (isCache(channel)) this.#missesKnown.delete(channel)
      const id = channel.replace('#server-to-user-', '')
      const reached =
        id === channel ? this.subscribers(channel) : this.#signedIn.filter((each) => user(each) === id)
      this.#tell(
        reached.filter((client) => client !== except),
        { event: 'news', channel, data },
      )
    }
  }

  #whisper({ client, channel }: Subscription): void {
    const recent = this.#whispers.filter((each) => each.client === client && each.at > this.#now - 1_000)
    const isAllowed = /^(?:private|presence)-/.test(channel) && this.#isIn({ client, channel })
    if (!isAllowed || recent.length >= CLIENT_EVENTS_PER_SECOND) {
      this.#tell([client], error(4301))
      return
    }
    this.#whispers.push({ client, at: this.#now })
    const sender = isPresence(channel) ? { user_id: user(client) } : {}
    const event = 'client-whisper'
    const others = this.subscribers(channel).filter((each) => each !== client)
    this.#tell(others, { event, channel, data: { from: client }, ...sender })
    this.fed.push({ name: 'client_event', channel, event, data: `{"from":${client}}`, ...sender })
  }
}
