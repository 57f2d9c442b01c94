import fc from 'fast-check'
import { expect, test } from 'vitest'
import { call, ok } from '../../packages/emulator/test/support/api.ts'
import { connect, type Frame, type RawClient } from '../../packages/emulator/test/support/raw-client.ts'
import { type ServedApp, serveApp } from '../../packages/emulator/test/support/served-app.ts'
import {
  CHANNELS,
  CLIENT_EVENTS_PER_SECOND,
  type Command,
  type Heard,
  Model,
  USERS,
  WATCHLISTS,
} from './emulator-model.ts'

const client = fc.nat(USERS.length - 1)
const channel = fc.constantFrom(...CHANNELS)
const kinds = <Kind extends string>(...all: Kind[]): fc.Arbitrary<Kind> => fc.constantFrom(...all)
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: kinds('connect'), client }) },
  { weight: 4, arbitrary: fc.record({ kind: kinds('disconnect', 'signin', 'signin'), client }) },
  { weight: 6, arbitrary: fc.record({ kind: kinds('subscribe'), client, channel }) },
  { weight: 6, arbitrary: fc.record({ kind: kinds('unsubscribe', 'whisper', 'whisper'), client, channel }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      channels: fc.uniqueArray(fc.constantFrom(...CHANNELS, '#server-to-user-ada', '#server-to-user-bob'), {
        minLength: 1,
        maxLength: 3,
      }),
      except: client,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(400, 600, 1_800_000) }),
  },
)

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
class World {
  readonly clients = new Map<number, RawClient>()
  readonly #served: ServedApp

  constructor(served: ServedApp) {
    this.#served = served
  }

  async run(step: Command, data: number): Promise<Map<number, Heard[]>> {
    if (step.kind === 'wait') this.#served.clock.advance(step.ms)
    else if (step.kind === 'publish') await this.#publish(step.channels, step.except, data)
    else if (step.kind === 'connect') await this.#connect(step.client)
    else await this.#act(step, this.clients.get(step.client))
    const heard = new Map<number, Heard[]>()
    for (const [index, each] of this.clients) heard.set(index, (await each.settle()).map(read))
    return heard
  }

  async #connect(index: number): Promise<void> {
    const opened = await connect(this.#served)
    opened.hearsCounts = true
    this.clients.set(index, opened)
  }

  async #act(step: Exclude<Command, { kind: 'wait' | 'publish' }>, actor?: RawClient): Promise<void> {
    if (!actor) throw new Error(`Client ${step.client} is not connected`)
    if (step.kind === 'disconnect') {
      this.clients.delete(step.client)
      actor.socket.terminate()
      // The emulator notices when its end of the socket closes.
      while (this.#served.app.connections.size > this.clients.size) await new Promise(setImmediate)
    } else if (step.kind === 'signin') {
      actor.sendSignIn({ id: USERS[step.client], watchlist: WATCHLISTS[step.client] })
    } else if (step.kind === 'subscribe') {
      const member = { user_id: USERS[step.client], user_info: { client: step.client } }
      actor.sendSubscribe(step.channel, step.channel.startsWith('presence-') ? member : undefined)
    } else if (step.kind === 'unsubscribe') {
      actor.send(unsubscribe(step.channel))
    } else if (step.kind === 'whisper') {
      actor.send({ event: 'client-whisper', channel: step.channel, data: { from: step.client } })
    }
  }

  async #publish(channels: readonly string[], except: number, data: number): Promise<void> {
    const socket_id = this.clients.get(except)?.socketId
    const body = JSON.stringify({ name: 'news', channels, data: String(data), socket_id })
    const path = '/apps/app-id/events'
    const reply = await call(this.#served, { method: 'POST', path, body, now: this.#served.clock.now() })
    expect(reply).toEqual(ok('{}'))
  }

  async ask(path: string): Promise<unknown> {
    const { body } = await call(this.#served, {
      method: 'GET',
      path: `/apps/app-id${path}`,
      now: this.#served.clock.now(),
    })
    return JSON.parse(body)
  }
}

/** A command that means nothing now: of a client that is not there, or is there already. */
const isIdle = (model: Model, step: Command): boolean =>
  'client' in step && model.connected.has(step.client) === (step.kind === 'connect')

async function follow(commands: readonly Command[]): Promise<void> {
  await using served = await serveApp({ limits: { clientEventsPerSecond: CLIENT_EVENTS_PER_SECOND } })
  const model = new Model()
  const world = new World(served)
  for (const step of commands) {
    if (isIdle(model, step)) continue
    const data = model.nextData
    served.happenings.length = 0
    const heard = await world.run(step, data)
    model.step(step)
    for (const index of model.connected) {
      const due = model.heard.filter(([to]) => to === index).map(([, frame]) => frame)
      expect(heard.get(index), `client ${index} after ${JSON.stringify(step)}`).toEqual(due)
    }
    const fed = served.happenings.map((each) => {
      if (each.name !== 'client_event') return each
      const { socket_id: _, ...rest } = each
      return rest
    })
    expect(fed, `the feed after ${JSON.stringify(step)}`).toEqual(model.fed)
  }
  const occupied = CHANNELS.filter((name) => model.subscribers(name).length > 0)
  const { channels } = (await world.ask('/channels')) as { channels: object }
  expect(Object.keys(channels).sort()).toEqual(occupied.sort())
  const users = model.members('presence-room').map((id) => ({ id }))
  expect(await world.ask('/channels/presence-room/users')).toEqual({ users })
}

test('whatever is done, everybody hears what is due, in order, and so does the feed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 60, size: 'max' }), follow),
    {
      numRuns: 150,
    },
  )
}, 60_000)
