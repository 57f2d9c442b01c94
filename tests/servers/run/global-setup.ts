import { setTimeout as delay } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { noRedis, type Redis, startRedis } from './redis.ts'
import { SOKETI_REDIS_CHANNEL, startSoketi } from './soketi.ts'
import { startWebhookReceiver } from './webhook-receiver.ts'

/** Where a server publishes and where it takes subscribers: two processes in a cluster, one elsewhere. */
export interface Address {
  readonly httpPort: number
  readonly webSocketPort: number
  /** What stands before every path, e.g. `/realtime`, or nothing. */
  readonly path: string
}

/** The servers of one run, by name. The emulator is not among them: it runs inside the tests. */
export interface Servers {
  readonly soketi: Address
  /** Absent where there is no Redis. */
  readonly 'soketi cluster'?: Address
  readonly 'soketi below a path': Address
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers
    /** Where the webhooks of soketi go, and where to ask for them. */
    webhookUrl: string
  }
}

const READY_WITHIN_MS = 30_000

/** Starts every server before the first test, and ends them after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    // The last started goes first: a soketi without its Redis complains.
    for (const stop of stops.reverse()) await stop()
  }
  try {
    const receiver = await startWebhookReceiver()
    stops.push(receiver.stop)
    const webhookUrl = receiver.url
    const soketi = async (options: Parameters<typeof startSoketi>[0]): Promise<number> => {
      const server = await startSoketi(options)
      stops.push(server.stop)
      return server.port
    }
    const alone = await soketi({ webhookUrl })
    const below = await soketi({ webhookUrl, path: '/realtime' })
    let two: Address | undefined
    if (noRedis) {
      console.warn(`The cluster tests are left out: ${noRedis}`)
    } else {
      const redis = await startRedis()
      stops.push(redis.stop)
      const options = { webhookUrl, redisPort: redis.port }
      const [publisher, subscriber] = [await soketi(options), await soketi(options)]
      await meet(redis, 2)
      two = at(publisher, subscriber)
    }
    project.provide('servers', {
      soketi: at(alone),
      'soketi below a path': { ...at(below), path: '/realtime' },
      ...(two ? { 'soketi cluster': two } : {}),
    })
    project.provide('webhookUrl', webhookUrl)
    return stopAll
  } catch (error) {
    await stopAll()
    throw error
  }
}

const at = (httpPort: number, webSocketPort: number = httpPort): Address => ({
  httpPort,
  webSocketPort,
  path: '',
})

/** A soketi says that it is ready before Redis has subscribed it: an event published then reaches nobody. */
async function meet(redis: Redis, processes: number): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while ((await redis.subscribers(SOKETI_REDIS_CHANNEL)) < processes) {
    if (Date.now() > deadline) throw new Error(`The soketi processes did not meet in ${READY_WITHIN_MS} ms`)
    await delay(50)
  }
}
