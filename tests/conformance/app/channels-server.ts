import { startEmulator } from '@pusherkit/emulator'
import { JsClient } from '@pusherkit/tests-support'
import { APP } from './credentials.ts'
import type { Upstream } from './scenes.ts'

/** A Channels server with somebody on its channels. */
export interface ChannelsServer {
  readonly upstream: Upstream
  close(): Promise<void>
}

/** Starts an emulator where Ada and Ben are in `presence-room`, and Ada in `private-orders`. */
export async function startChannelsServer(): Promise<ChannelsServer> {
  const emulator = await startEmulator({ apps: [APP] })
  const [ada, ben] = [new JsClient(emulator, { id: 'ada' }), new JsClient(emulator, { id: 'ben' })]
  await ada.subscribe('presence-room')
  await ben.subscribe('presence-room')
  await ada.subscribe('private-orders')
  return {
    upstream: { host: '127.0.0.1', port: emulator.port, useTLS: false },
    async close() {
      for (const client of [ada, ben]) client[Symbol.dispose]()
      await emulator.close()
    },
  }
}
