import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { Pusher } from '@pusherkit/core'
import { type Contender, type Sample, startContender } from './contender.ts'

const SIZES = [1_000, 5_000]
const ROUNDS = 60
const WARM_UP = 10

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

interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** The middle, and the quarters below and above it. */
function spread(samples: readonly Sample[], kind: keyof Sample): Spread {
  const sorted = samples.map((sample) => sample[kind]).toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}

const show = ({ median, low, high }: Spread): string =>
  `${median.toFixed(1)} ms (${low.toFixed(1)} to ${high.toFixed(1)})`

console.log('| subscribers | measured | bare `ws` loop | emulator | ratio |')
console.log('| --- | --- | --- | --- | --- |')
for (const size of SIZES) {
  const contenders = await Promise.all([bare(size), emulator(size)])
  const samples: [Sample[], Sample[]] = [[], []]
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [index, contender] of contenders.entries()) {
      const sample = await contender.measure()
      if (round >= 0) samples[index]?.push(sample)
    }
  }
  for (const contender of contenders) contender.end()
  const rows = [
    ['wall', 'to the last subscriber'],
    ['cpu', "the server's processor time"],
  ] as const
  for (const [kind, title] of rows) {
    const [theirs, ours] = [spread(samples[0], kind), spread(samples[1], kind)]
    const ratio = (theirs.median / ours.median).toFixed(2)
    console.log(`| ${size} | ${title} | ${show(theirs)} | ${show(ours)} | ${ratio} |`)
  }
}
