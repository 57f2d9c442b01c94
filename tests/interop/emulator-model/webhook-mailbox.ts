import { setTimeout as patience } from 'node:timers/promises'
import { type Receiver, verify } from '../../../packages/emulator/test/webhooks/support/receiver.ts'
import { CHANNELS, type Told } from './cast.ts'

/** How long to wait for webhooks that do not come, in ms: when all is well, nobody waits. */
const PATIENCE = 5_000

/** The webhook events of each channel, in order. */
export const byChannel = (told: readonly Told[]): Readonly<Record<string, readonly Told[]>> =>
  Object.fromEntries(CHANNELS.map((name) => [name, told.filter(({ channel }) => channel === name)]))

/** The webhooks that one emulator sends to a receiver it may share with others. */
export class WebhookMailbox {
  readonly url: string
  readonly #path: string
  readonly #inbox: Receiver['inbox']
  readonly #told: Told[] = []
  #seen: number

  /** @param name The last part of the URL, which no other mailbox has. */
  constructor({ url: base, inbox }: Receiver, name: string) {
    const url = new URL(name, base)
    this.url = url.href
    this.#path = url.pathname
    this.#inbox = inbox
    this.#seen = inbox.all.length
  }

  /** The signed events of every webhook that came so far: waits until there are so many, or until no more come. */
  async read(count: number): Promise<readonly Told[]> {
    const over = patience(PATIENCE, 'over' as const, { ref: false })
    for (let last: unknown; this.#open() < count && last !== 'over'; ) {
      last = await Promise.race([this.#inbox.next(), over])
    }
    this.#open()
    return this.#told
  }

  /** Opens what is new, and tells how many events there are now. */
  #open(): number {
    const arrived = this.#inbox.all.slice(this.#seen)
    this.#seen += arrived.length
    const mine = arrived.filter(({ path }) => path === this.#path)
    this.#told.push(...mine.flatMap((received) => verify(received) as readonly Told[]))
    return this.#told.length
  }
}
