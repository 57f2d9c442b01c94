import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { Pusher } from '@pusherkit/core'
import { type Contender, startContender } from '../fan-out/contender.ts'
import { alternate } from '../harness/alternate.ts'
import { type Comparison, compare } from '../harness/comparison.ts'
import type { Scenario } from '../harness/scenario.ts'

const data = 'x'.repeat(200)
const message = JSON.stringify({ event: 'news', channel: 'crowd', data })

const emulator = (size: number): Promise<Contender> =>
  startContender({
    server: './emulator-server.ts',
    path: '/app/app-key?protocol=7',
    hello: '{"event":"pusher:subscribe","data":{"channel":"crowd"}}',
    size,
    message,
    createPublish: (port) => {
      const app = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }
      const pusher = new Pusher({ ...app, host: '127.0.0.1', port, useTLS: false })
      return () => pusher.trigger('crowd', 'news', data)
    },
  })

const bare = (size: number): Promise<Contender> =>
  startContender({
    server: './bare-server.ts',
    path: '/',
    hello: undefined,
    size,
    message,
    createPublish: (port) => {
      const agent = new Agent({ keepAlive: true })
      return () =>
        new Promise((resolve, reject) => {
          const options = { agent, host: '127.0.0.1', port, method: 'POST' }
          const sent = request(options, (response) => resolve(text(response)))
          sent.on('error', reject).end(message)
        })
    },
  })

export const emulatorFanOut: Scenario = {
  about:
    'One event to 1,000 and to 5,000 subscribers of one channel, to the last of them: the emulator against the least ' +
    'that a server over `ws` can do, which encodes the message once. Each server and each crowd has a process of its own.',
  run: async ({ isQuick }) => {
    const comparisons: Comparison[] = []
    for (const size of isQuick ? [1_000] : [1_000, 5_000]) {
      const contenders = { 'bare ws loop': await bare(size), emulator: await emulator(size) }
      const measures = Object.entries(contenders).map(([name, { measure }]) => [name, measure] as const)
      const pace = isQuick ? { warmUp: 3, rounds: 10 } : { warmUp: 10, rounds: 60 }
      const numbers = await alternate(new Map(measures), pace)
      for (const { end } of Object.values(contenders)) end()
      const what = `emulator: one event to ${size} subscribers`
      comparisons.push(compare(what, 'ms', numbers('wall'), 'bare ws loop'))
      comparisons.push(compare(`${what}: processor`, 'ms', numbers('cpu'), 'bare ws loop'))
    }
    return comparisons
  },
}
