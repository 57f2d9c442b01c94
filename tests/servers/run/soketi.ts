import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { soketiApps } from './apps.ts'
import { type Child, startChild } from './child.ts'
import { freePorts } from './ports.ts'

/** One soketi process. */
export interface Soketi extends Child {
  /** Where its HTTP API and its WebSockets are. */
  readonly port: number
}

/** How to run one. */
export interface SoketiOptions {
  readonly webhookUrl: string
  /** The port of the Redis through which it meets the others. Without one it is alone. */
  readonly redisPort?: number
  /** What stands before all its paths, e.g. `/realtime`. */
  readonly path?: string
}

/** The Redis channel that every soketi of a cluster listens to. */
export const SOKETI_REDIS_CHANNEL = 'redis-adapter#comms#req'

const installed = fileURLToPath(new URL('../soketi/node_modules/', import.meta.url))
const LOCAL = '127.0.0.1'

/** Its native part exists for Node 20 and older only: the manifest brings one for Linux. */
function findNode(): string {
  const node = process.env.SOKETI_NODE ?? join(installed, '.bin/node')
  if (existsSync(node)) return node
  throw new Error(`soketi needs Node 20, and there is no ${node}: set SOKETI_NODE to the path of one`)
}

export async function startSoketi(options: SoketiOptions): Promise<Soketi> {
  const { path = '' } = options
  const [port = 0, metricsPort = 0, discoveryPort = 0] = await freePorts(3)
  const config = {
    host: LOCAL,
    port,
    pathPrefix: path,
    'metrics.host': LOCAL,
    'metrics.port': metricsPort,
    // soketi looks for its peers with UDP broadcasts, even where it does not need to find any.
    'cluster.address': LOCAL,
    'cluster.hostname': 'localhost',
    'cluster.unicast': LOCAL,
    'cluster.port': discoveryPort,
    'appManager.array.apps': soketiApps(options.webhookUrl),
    ...(options.redisPort === undefined ? {} : overRedis(options.redisPort)),
    // It closes connections that neither sign in nor join a private channel in this time, in ms.
    userAuthenticationTimeout: 600_000,
    shutdownGracePeriod: 0,
  }
  const child = await startChild({
    name: 'soketi',
    command: findNode(),
    args: (folder) => {
      const file = join(folder, 'soketi.json')
      writeFileSync(file, JSON.stringify(config))
      return [join(installed, '@soketi/soketi/bin/server.js'), 'start', `--config=${file}`]
    },
    isReady: async () => (await fetch(`http://${LOCAL}:${port}${path}/ready`)).ok,
  })
  return { port, stop: child.stop }
}

const overRedis = (port: number): Readonly<Record<string, unknown>> => ({
  'adapter.driver': 'redis',
  'cache.driver': 'redis',
  'database.redis.host': LOCAL,
  'database.redis.port': port,
})
