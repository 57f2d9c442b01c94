import { Channel } from './channel.ts'

/** The occupied channels of one app. A channel exists while somebody is subscribed to it. */
export class ChannelTable {
  readonly #channels = new Map<string, Channel>()

  /** The channel, if it is occupied. */
  find(name: string): Channel | undefined {
    return this.#channels.get(name)
  }

  /** The channel, which the caller is about to occupy. */
  open(name: string): Channel {
    const channel = this.#channels.get(name) ?? new Channel(name)
    this.#channels.set(name, channel)
    return channel
  }

  /** Forgets a channel that was vacated. */
  close(name: string): void {
    this.#channels.delete(name)
  }

  /** Every occupied channel whose name starts with the prefix. */
  occupied(prefix: string): readonly Channel[] {
    return [...this.#channels.values()].filter((channel) => channel.name.startsWith(prefix))
  }
}
