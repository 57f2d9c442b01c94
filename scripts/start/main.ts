// `npm start`: the whole family at work on this machine. With `--once` it stops after the last step.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createChat, listen, settingsFor } from '@pusherkit/app-express-chat'
import { appFor } from '@pusherkit/app-express-chat/local'
import { startEmulator } from '@pusherkit/emulator'
import { demonstrate } from './demonstrate.ts'
import { createOrders, ordersApp } from './orders.ts'
import { onPreferredPort } from './preferred-port.ts'
import { step, table } from './report.ts'

const HOST = '127.0.0.1'
const pages = fileURLToPath(new URL('../../apps/dashboard/dist', import.meta.url))
const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } })

await using resources = new AsyncDisposableStack()
const stop = new AbortController()
// `on`, not `once`: Ctrl-C reaches us from the terminal and again from the launcher.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())

try {
  const chat = await step('express-chat listens', () =>
    onPreferredPort('express-chat', 3000, (port) => listen(HOST, port)),
  )
  resources.use(chat)
  const orders = await step('nest-orders listens', () =>
    onPreferredPort('nest-orders', 3001, (port) => listen(HOST, port)),
  )
  resources.use(orders)
  const apps = [appFor(chat), ordersApp(orders.url)]
  const emulator = await step('emulator listens', () =>
    onPreferredPort('emulator', 6001, (port) => startEmulator({ host: HOST, port, apps })),
  )
  resources.use(emulator)
  const password = randomBytes(9).toString('base64url')
  chat.serve(createChat({ ...settingsFor(emulator), dashboard: { password, pages } }))
  const app = await step('nest-orders starts', () => createOrders(emulator))
  resources.defer(() => app.close())
  orders.serve(app.getHttpAdapter().getInstance())
  await demonstrate({ url: chat.url, emulator }, resources)

  const { appId, key, secret } = emulator.serverOptions()
  table([
    ['', 'address', 'credentials'],
    ['emulator', emulator.url, `app id ${appId}, key ${key}, secret ${secret}`],
    ['express-chat', chat.url, 'a name of your choice; a private window is a second person'],
    ['dashboard', `${chat.url}/dashboard/`, `password ${password}`],
    ['nest-orders', orders.url, 'a name of your choice, as customer or as staff'],
  ])
  if (!values.once && !stop.signal.aborted) {
    console.log('\nEverything runs. Press Ctrl-C to stop it.')
    await once(stop.signal, 'abort')
    console.log('\nStopped.')
  }
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(`\nnpm start failed: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
