import { expect } from 'vitest'
import { call, ok } from '../../../packages/emulator/test/support/api.ts'
import { connect, type Frame, type RawClient } from '../../../packages/emulator/test/support/raw-client.ts'
import type { ServedApp } from '../../../packages/emulator/test/support/served-app.ts'
import { type Command, type Heard, isPresence, type Told, USERS, WATCHLISTS } from './cast.ts'

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return text
  }
}

/** What a client heard, in the words of the model. */
function read({ data, ...frame }: Frame): Heard {
  if (frame.event === 'pusher:error') return { ...frame, data: (data as { code?: number }).code }
  if (data === undefined) return frame
  return { ...frame, data: typeof data === 'string' ? parsed(data) : data }
}

const unsubscribe = (name: string): object => ({ event: 'pusher:unsubscribe', data: { channel: name } })

/** The real thing: sockets, signed requests, and a clock that the commands turn. */
export class World {
  readonly #clients = new Map<number, RawClient>()
  /** Who had a socket id, also when they are gone. */
  readonly #socketIds = new Map<unknown, number>()
  readonly #served: ServedApp

  constructor(served: ServedApp) {
    this.#served = served
  }

  /** Does it, and gives what every client heard. */
  async run(step: Command, data: number): Promise<Map<number, Heard[]>> {
    this.#served.happenings.length = 0
    if (step.kind === 'wait') this.#served.clock.advance(step.ms)
    else if (step.kind === 'terminate') await this.#terminate(step.user)
    else if (step.kind === 'publish') await this.#publish(step.channels, step.except, data)
    else if (step.kind === 'connect') await this.#connect(step.client)
    else await this.#act(step, this.#clients.get(step.client))
    const heard = new Map<number, Heard[]>()
    for (const [index, each] of this.#clients) heard.set(index, (await each.settle()).map(read))
    return heard
  }

  /** What the feed said of the last command. */
  get told(): readonly Told[] {
    return this.translate(this.#served.happenings)
  }

  /** Events as the emulator tells them, in the words of the model. */
  translate(happenings: readonly object[]): readonly Told[] {
    return (happenings as readonly Told[]).map((each) =>
      'socket_id' in each ? { ...each, socket_id: this.#socketIds.get(each.socket_id) } : each,
    )
  }

  async ask(path: string, query: Record<string, string> = {}): Promise<unknown> {
    const now = this.#served.clock.now()
    const { body } = await call(this.#served, { method: 'GET', path: `/apps/app-id${path}`, query, now })
    return parsed(body)
  }

  async #connect(index: number): Promise<void> {
    const opened = await connect(this.#served)
    opened.hearsCounts = true
    this.#clients.set(index, opened)
    this.#socketIds.set(opened.socketId, index)
  }

  async #act(step: Extract<Command, { client: number }>, actor?: RawClient): Promise<void> {
    if (!actor) throw new Error(`Client ${step.client} is not connected`)
    if (step.kind === 'disconnect') {
      this.#clients.delete(step.client)
      actor.socket.terminate()
      // The emulator notices when its end of the socket closes.
      while (this.#served.app.connections.size > this.#clients.size) await new Promise(setImmediate)
    } else if (step.kind === 'signin') {
      actor.sendSignIn({ id: USERS[step.client], watchlist: WATCHLISTS[step.client] })
    } else if (step.kind === 'subscribe') {
      const member = { user_id: USERS[step.client], user_info: { client: step.client } }
      actor.sendSubscribe(step.channel, isPresence(step.channel) ? member : undefined)
    } else if (step.kind === 'unsubscribe') {
      actor.send(unsubscribe(step.channel))
    } else if (step.kind === 'whisper') {
      actor.send({ event: 'client-whisper', channel: step.channel, data: { from: step.client } })
    }
  }

  async #terminate(user: string): Promise<void> {
    const ended = this.#served.app.users
      .connectionsOf(user)
      .map(({ socketId }) => this.#socketIds.get(socketId))
    await this.#post(`/users/${user}/terminate_connections`, {})
    for (const index of ended.filter((each) => each !== undefined)) {
      expect(await this.#clients.get(index)?.closed).toMatchObject({ code: 4009 })
      this.#clients.delete(index)
    }
  }

  async #publish(channels: readonly string[], except: number, data: number): Promise<void> {
    const socket_id = this.#clients.get(except)?.socketId
    await this.#post('/events', { name: 'news', channels, data: String(data), socket_id })
  }

  async #post(path: string, fields: object): Promise<void> {
    const now = this.#served.clock.now()
    const body = JSON.stringify(fields)
    const reply = await call(this.#served, { method: 'POST', path: `/apps/app-id${path}`, body, now })
    expect(reply).toEqual(ok('{}'))
  }
}
