import { createChat } from './chat.ts'
import { listen } from './listen.ts'
import { settingsFromEnvironment } from './settings.ts'

const chat = await listen('127.0.0.1', Number(process.env.PORT ?? 3000))
chat.serve(createChat(settingsFromEnvironment(process.env)))
console.log(`chat ${chat.url}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => chat[Symbol.asyncDispose]())
}
