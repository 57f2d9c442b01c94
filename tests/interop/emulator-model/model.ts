import { CacheModel } from './cache-model.ts'
import {
  CLIENT_EVENTS_PER_SECOND,
  type Command,
  type Heard,
  isAuthorized,
  isCache,
  isPresence,
  type Told,
  userOf,
} from './cast.ts'
import { ChannelsModel, type Subscription } from './channels-model.ts'
import { Outcome } from './outcome.ts'
import { UsersModel } from './users-model.ts'

/** What the emulator must do, said a second time and in another way. It knows nothing of the emulator's code. */
export class Model {
  readonly connected: Set<number> = new Set()
  readonly #outcome = new Outcome()
  readonly #cache = new CacheModel(this.#outcome)
  readonly #channels = new ChannelsModel(this.#outcome, this.#cache)
  readonly #users = new UsersModel(this.#outcome)
  #whispers: { readonly client: number; readonly at: number }[] = []
  #now = 0
  #published = 0

  /** What the app's owner is told of the last command. */
  get told(): readonly Told[] {
    return this.#outcome.told
  }

  /** What the next event carries. */
  get nextData(): number {
    return this.#published + 1
  }

  /** What a client hears of the last command. */
  heardBy(client: number): Heard[] {
    return this.#outcome.heard.filter(([to]) => to === client).map(([, frame]) => frame)
  }

  isOccupied(channel: string): boolean {
    return this.#channels.subscribers(channel).length > 0
  }

  /** The users of a presence channel, as the HTTP API lists them. */
  users(channel: string): object {
    return { users: this.#channels.members(channel).map((id) => ({ id })) }
  }

  /** A channel as the HTTP API describes it, when everything that it can have is asked for. */
  describe(channel: string): object {
    const subscription_count = this.#channels.subscribers(channel).length
    const cached = this.#cache.find(channel, this.#now)
    return {
      occupied: subscription_count > 0,
      subscription_count,
      ...(isPresence(channel) && { user_count: this.#channels.members(channel).length }),
      ...(isCache(channel) && { cache: cached === undefined ? null : String(cached) }),
    }
  }

  step(command: Command): void {
    this.#outcome.clear()
    if (command.kind === 'wait') this.#now += command.ms
    else if (command.kind === 'terminate') this.#terminate(command.user)
    else if (command.kind === 'publish') this.#publish(command.channels, command.except)
    else if (command.kind === 'connect') this.connected.add(command.client)
    else if (command.kind === 'disconnect') this.#disconnect(command.client)
    else if (command.kind === 'signin') this.#users.signIn(command.client)
    else if (command.kind === 'subscribe') this.#channels.subscribe(command, this.#now)
    else if (command.kind === 'unsubscribe') this.#channels.unsubscribe(command)
    else this.#whisper(command)
  }

  #disconnect(client: number): void {
    this.#channels.disconnect(client)
    this.#users.disconnect(client)
    this.#whispers = this.#whispers.filter((each) => each.client !== client)
    this.connected.delete(client)
  }

  #terminate(user: string): void {
    for (const client of this.#users.clientsOf(user)) this.#disconnect(client)
  }

  #publish(channels: readonly string[], except: number): void {
    const data = this.nextData
    this.#published = data
    for (const channel of channels) {
      this.#cache.keep(channel, data, this.#now)
      const id = channel.replace('#server-to-user-', '')
      const reached = id === channel ? this.#channels.subscribers(channel) : this.#users.clientsOf(id)
      const others = reached.filter((client) => client !== except)
      this.#outcome.say(others, { event: 'news', channel, data })
    }
  }

  #whisper({ client, channel }: Subscription): void {
    const recent = this.#whispers.filter((each) => each.client === client && each.at > this.#now - 1_000)
    const isAllowed = isAuthorized(channel) && this.#channels.isIn({ client, channel })
    if (!isAllowed || recent.length >= CLIENT_EVENTS_PER_SECOND) {
      this.#outcome.refuse(client, 4301)
      return
    }
    this.#whispers.push({ client, at: this.#now })
    const sender = isPresence(channel) ? { user_id: userOf(client) } : {}
    const event = 'client-whisper'
    const others = this.#channels.subscribers(channel).filter((each) => each !== client)
    this.#outcome.say(others, { event, channel, data: { from: client }, ...sender })
    const data = `{"from":${client}}`
    this.#outcome.tell({ name: 'client_event', channel, event, data, socket_id: client, ...sender })
  }
}
