import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serveApp } from '../../packages/emulator/test/support/served-app.ts'
import { startReceiver } from '../../packages/emulator/test/webhooks/support/receiver.ts'
import {
  CHANNELS,
  CLIENT_EVENTS_PER_SECOND,
  type Command,
  isCache,
  isPresence,
  type Told,
} from './emulator-model/cast.ts'
import { command, ENDING } from './emulator-model/commands.ts'
import { Model } from './emulator-model/model.ts'
import { byChannel, WebhookMailbox } from './emulator-model/webhook-mailbox.ts'
import { World } from './emulator-model/world.ts'

/** A command that means nothing now: of a client that is not there, or is there already. */
const isIdle = (model: Model, step: Command): boolean =>
  'client' in step && model.connected.has(step.client) === (step.kind === 'connect')

/** One emulator, what it must do, and where its webhooks come. */
interface Stage {
  readonly world: World
  readonly model: Model
  readonly mailbox: WebhookMailbox
}

/** Does what is to be done, and compares what everybody hears, and what the app's owner is told, which it gives. */
async function follow({ world, model, mailbox }: Stage, commands: readonly Command[]): Promise<void> {
  const told: Told[] = []
  const compareWebhooks = async (): Promise<void> => {
    const arrived = world.translate(await mailbox.read(told.length))
    expect(byChannel(arrived), 'the webhooks').toEqual(byChannel(told))
  }
  for (const step of commands) {
    if (isIdle(model, step)) continue
    // A webhook that is under way while hours pass is given up, and sent again.
    if (step.kind === 'wait') await compareWebhooks()
    const heard = await world.run(step, model.nextData)
    model.step(step)
    expect([...heard.keys()].sort(), `after ${JSON.stringify(step)}`).toEqual([...model.connected].sort())
    for (const index of model.connected) {
      expect(heard.get(index), `client ${index} after ${JSON.stringify(step)}`).toEqual(model.heardBy(index))
    }
    expect(world.told, `the feed after ${JSON.stringify(step)}`).toEqual(model.told)
    told.push(...model.told)
  }
  await compareWebhooks()
}

/** Compares what the HTTP API says of every channel. */
async function ask({ world, model }: Stage): Promise<void> {
  const occupied = CHANNELS.filter((name) => model.isOccupied(name))
  const { channels } = (await world.ask('/channels')) as { channels: object }
  expect(Object.keys(channels).sort()).toEqual(occupied.sort())
  for (const name of CHANNELS) {
    const info = ['subscription_count', isPresence(name) && 'user_count', isCache(name) && 'cache'].filter(
      Boolean,
    )
    const answer = (await world.ask(`/channels/${name}`, { info: info.join() })) as {
      cache?: { data: string } | null
    }
    const cache = answer.cache && { cache: answer.cache.data }
    expect({ ...answer, ...cache }, name).toEqual(model.describe(name))
    if (isPresence(name)) expect(await world.ask(`/channels/${name}/users`)).toEqual(model.users(name))
  }
}

test('whatever is done, everybody hears what is due, in order, and so do the webhooks', async () => {
  const receiver = await startReceiver()
  let runs = 0
  const property = async (commands: readonly Command[], batch: boolean): Promise<void> => {
    const mailbox = new WebhookMailbox(receiver, `run-${runs++}`)
    const webhooks = [{ url: mailbox.url, vacatedDelay: 0, batch }]
    const limits = { clientEventsPerSecond: CLIENT_EVENTS_PER_SECOND }
    await using served = await serveApp({ limits, webhooks })
    const stage = { world: new World(served), model: new Model(), mailbox }
    await follow(stage, [...commands, ...ENDING])
    await ask(stage)
  }
  const commands = fc.array(command, { minLength: 20, maxLength: 60, size: 'max' })
  await fc.assert(fc.asyncProperty(commands, fc.boolean(), property), {
    numRuns: 150,
    // A webhook that is missing is waited for, and looking for the shortest way to it takes minutes.
    interruptAfterTimeLimit: 45_000,
  })
}, 60_000)
