import { type AppOptions, type Emulator, startEmulator } from '@pusherkit/emulator'
import { createChat } from './chat.ts'
import { type Listening, listen } from './listen.ts'
import { type ChatSettings, settingsFor } from './settings.ts'

/** The chat, and the emulator that it talks to. */
export interface LocalChat extends AsyncDisposable {
  readonly url: string
  readonly emulator: Emulator
}

/** Starts the chat with an emulator on free ports of this machine, webhooks included. For the check and for tests. */
export async function startLocally(settings: Partial<ChatSettings> = {}): Promise<LocalChat> {
  const chat = await listen('127.0.0.1', 0)
  const emulator = await startEmulator({ apps: [appFor(chat)] })
  chat.serve(createChat({ ...settingsFor(emulator), ...settings }))
  return {
    url: chat.url,
    emulator,
    async [Symbol.asyncDispose]() {
      await emulator.close()
      await chat[Symbol.asyncDispose]()
    },
  }
}

/** The emulator's usual app, which tells the chat by webhooks. */
export const appFor = ({ url }: Listening): AppOptions => ({
  appId: 'app-id',
  key: 'app-key',
  secret: 'app-secret',
  webhooks: [{ url: `${url}/pusher/webhooks` }],
})
