// Drives the query route, the sign-in and the webhooks of the Express sample as the page does, and fails when they misbehave.
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { signWebhook } from '@pusherkit/core'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { createQueryClient, diff } from '@pusherkit/query'
import { JsClient } from '@pusherkit/tests-support'
import { buildPage } from './build-page.ts'
import { readLines } from './src/follow/read-lines.ts'

const PASSWORD = 'for the check'
const CHAT = new URL('../express-chat/src/main.ts', import.meta.url).pathname

await drive()
console.log('dashboard: all is well')
// In Node, pusher-js keeps a timer for 30 s after the server has ended its connection.
process.exit()

async function drive(): Promise<void> {
  await using resources = new AsyncDisposableStack()
  const emulator = resources.use(await startEmulator())
  const pages = resources.adopt(await mkdtemp(join(tmpdir(), 'dashboard-')), (folder) =>
    rm(folder, { recursive: true }),
  )
  await buildPage(pages)
  const chat = resources.adopt(startChat(emulator, pages), (child) => void child.kill())
  const url = await addressOf(chat)

  const signIn = (password: string) =>
    fetch(`${url}/dashboard/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password }),
    })
  equal((await signIn('guessed')).status, 401)
  for (const path of ['/pusher/query/channels', '/dashboard/webhooks'])
    equal((await fetch(`${url}${path}`)).status, 403, 'whoever is not signed in sees nothing')
  const { token } = (await (await signIn(PASSWORD)).json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }

  const client = createQueryClient({ baseUrl: `${url}/pusher/query`, headers })
  const watch = client.watch.users('presence-den', { every: 100, signal: AbortSignal.timeout(10_000) })
  const first = (await watch.next()).value
  using ana = new JsClient(emulator, { id: 'ana' })
  await ana.subscribe('presence-den')
  const second = (await watch.next()).value
  deepEqual(first && second && diff(first, second), { added: ['ana'], removed: [] })

  const stream = await fetch(`${url}/dashboard/webhooks`, { headers })
  const events = [{ name: 'channel_occupied', channel: 'presence-den' }] as const
  const webhook = signWebhook(emulator.serverOptions(), { time_ms: Date.now(), events })
  const { headers: signed, rawBody } = webhook
  equal(
    (await fetch(`${url}/pusher/webhooks`, { method: 'POST', headers: signed, body: rawBody })).status,
    200,
  )
  for await (const line of readLines(stream.body ?? new ReadableStream())) {
    match(line, /The first subscriber came to presence-den/)
    break
  }

  match(await (await fetch(`${url}/dashboard/`)).text(), /<title>Dashboard/)
  for (const path of await readdir(pages, { recursive: true }))
    if (/\.\w+$/.test(path))
      doesNotMatch(await readFile(join(pages, path), 'utf8'), /app-secret|auth_signature/)
}

/** In a process of its own: no app imports another. */
function startChat(emulator: Emulator, pages: string): ChildProcess {
  return spawn(process.execPath, [CHAT], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PORT: '0',
      PUSHER_HOST: '127.0.0.1',
      PUSHER_PORT: String(emulator.port),
      PUSHER_SCHEME: 'http',
      DASHBOARD_PASSWORD: PASSWORD,
      DASHBOARD_PAGES: pages,
    },
  })
}

/** @throws Error when it ends before it listens. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The chat has no output')
  const [line] = await once(createInterface(stdout), 'line', { signal: AbortSignal.timeout(10_000) })
  return String(line).replace('chat ', '')
}
