import { userOf, WATCHLISTS } from './cast.ts'
import type { Outcome } from './outcome.ts'

const event = 'pusher_internal:watchlist_events'

/** What the emulator must do about users: one list of those who are signed in. */
export class UsersModel {
  readonly #outcome: Outcome
  #signedIn: number[] = []

  constructor(outcome: Outcome) {
    this.#outcome = outcome
  }

  /** The clients that are signed in as a user. */
  clientsOf(id: string): number[] {
    return this.#signedIn.filter((client) => userOf(client) === id)
  }

  signIn(client: number): void {
    const id = userOf(client)
    const watchlist = [...(WATCHLISTS[client] ?? [])]
    const user_data = JSON.stringify({ id, watchlist })
    this.#outcome.say([client], { event: 'pusher:signin_success', data: { user_data } })
    if (!this.#isOnline(id)) this.#tellWatchers('online', id)
    if (!this.#signedIn.includes(client)) this.#signedIn.push(client)
    if (watchlist.length === 0) return
    const events = [true, false].map((isOnline) => ({
      name: isOnline ? 'online' : 'offline',
      user_ids: watchlist.filter((watched) => this.#isOnline(watched) === isOnline),
    }))
    const data = { events: events.filter(({ user_ids }) => user_ids.length > 0) }
    this.#outcome.say([client], { event, data })
  }

  disconnect(client: number): void {
    if (!this.#signedIn.includes(client)) return
    this.#signedIn = this.#signedIn.filter((each) => each !== client)
    if (!this.#isOnline(userOf(client))) this.#tellWatchers('offline', userOf(client))
  }

  #isOnline(id: string): boolean {
    return this.clientsOf(id).length > 0
  }

  #tellWatchers(name: 'online' | 'offline', id: string): void {
    const watchers = this.#signedIn.filter((client) => WATCHLISTS[client]?.some((watched) => watched === id))
    this.#outcome.say(watchers, { event, data: { events: [{ name, user_ids: [id] }] } })
  }
}
