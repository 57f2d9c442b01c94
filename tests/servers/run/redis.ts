import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { type Child, startChild } from './child.ts'
import { freePorts } from './ports.ts'

/** A Redis server that keeps nothing on disk. */
export interface Redis extends Child {
  readonly port: number
  /** How many connections are subscribed to a channel. */
  subscribers(channel: string): Promise<number>
}

/** The Redis server of this machine, or undefined. */
const program: string | undefined = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find((path) => existsSync(path))

/** Why the cluster is left out here, or undefined. Where `REQUIRE_REDIS` is set it never is: the run fails instead. */
export const noRedis: string | undefined =
  program || process.env.REQUIRE_REDIS ? undefined : 'no redis-server on the PATH (Debian: redis-server)'

export async function startRedis(): Promise<Redis> {
  if (!program) throw new Error('REQUIRE_REDIS is set, but there is no redis-server on the PATH')
  const [port = 0] = await freePorts(1)
  const flags = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no']
  const child = await startChild({
    name: 'redis-server',
    command: program,
    args: (folder) => [...flags, '--dir', folder],
    isReady: async () => (await ask(port, 'PING')).startsWith('+PONG'),
  })
  return {
    port,
    subscribers: async (channel) => {
      const answer = await ask(port, `PUBSUB NUMSUB ${channel}`)
      return Number(/:(\d+)\r\n$/.exec(answer)?.[1] ?? 0)
    },
    stop: child.stop,
  }
}

/** Sends one command in Redis's inline form and reads the answer as it arrives. */
const ask = (port: number, command: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\nQUIT\r\n`))
    socket.setEncoding('utf8')
    socket.on('error', reject)
    socket.on('data', (text: string) => {
      answer += text
    })
    socket.on('close', () => resolve(answer.replace(/\+OK\r\n$/, '')))
  })
