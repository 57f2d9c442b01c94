/**
 * Measures how many questions reach the Channels server when many dashboards watch the same through one route.
 *
 *     node bench/query-watchers.ts [watchers] [seconds]
 *
 * The route is that of the Express sample: `pusherQuery({ authorize, ttl: 1000 })`. Watchers ask every 2,000 ms.
 */
import { startLocally } from '@pusherkit/app-express-chat/local'
import { createQueryClient } from '@pusherkit/query'

const WATCHERS = Number(process.argv[2] ?? 1_000)
const SECONDS = Number(process.argv[3] ?? 10)
const PASSWORD = 'for the measurement'

await using chat = await startLocally({ dashboard: { password: PASSWORD } })
const signedIn = await fetch(`${chat.url}/dashboard/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ password: PASSWORD }),
})
const { token } = (await signedIn.json()) as { token: string }
const client = createQueryClient({
  baseUrl: `${chat.url}/pusher/query`,
  headers: { authorization: `Bearer ${token}` },
})

const stop = new AbortController()
let answers = 0
let errors = 0
/** Resolves when this watcher has its first answer. */
const watch = (): Promise<void> =>
  new Promise((ready) => {
    const run = async (): Promise<void> => {
      const onError = (): void => void errors++
      for await (const _ of client.watch.channels({ all: true, signal: stop.signal, onError })) {
        answers++
        ready()
      }
    }
    void run()
  })
await Promise.all(Array.from({ length: WATCHERS }, watch))

const upstream = (): number => chat.emulator.requests.length
const [answersBefore, upstreamBefore, begin] = [answers, upstream(), performance.now()]
await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000))
const seconds = (performance.now() - begin) / 1_000
const [asked, reached] = [answers - answersBefore, upstream() - upstreamBefore]
stop.abort()

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
console.log(row('watchers', 'seconds', 'answers/s', 'errors', 'upstream requests', 'upstream/s'))
console.log(row('---', '---', '---', '---', '---', '---'))
const rate = (count: number): string => (count / seconds).toFixed(2)
console.log(row(WATCHERS, seconds.toFixed(1), rate(asked), errors, reached, rate(reached)))
