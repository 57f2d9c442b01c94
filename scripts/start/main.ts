// `npm start`: the whole family at work on this machine. With `--once` it stops after the last step.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { createChat } from '@pusherkit/app-express-chat'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { demonstrate } from './demonstrate.ts'
import { listen } from './listen.ts'
import { onPreferredPort } from './preferred-port.ts'
import { step, table } from './report.ts'

const HOST = '127.0.0.1'
const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } })

await using resources = new AsyncDisposableStack()
const stop = new AbortController()
// `on`, not `once`: Ctrl-C reaches us from the terminal and again from the launcher.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())

try {
  const emulator = await step('emulator listens', () =>
    onPreferredPort('emulator', 6001, (port) => startEmulator({ host: HOST, port })),
  )
  resources.use(emulator)
  const chat = await step('express-chat listens', () =>
    onPreferredPort('express-chat', 3000, (port) => listen(createChat(settings(emulator)), HOST, port)),
  )
  resources.use(chat)
  await demonstrate(emulator, chat.url, resources)

  const { appId, key, secret } = emulator.serverOptions()
  table([
    ['', 'address', 'credentials'],
    ['emulator', emulator.url, `app id ${appId}, key ${key}, secret ${secret}`],
    ['express-chat', chat.url, 'none: open it in two tabs'],
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

function settings(emulator: Emulator) {
  const server = emulator.serverOptions()
  return { server, client: { key: server.key, options: emulator.clientOptions() } }
}
