import { createChat } from './chat.ts'
import { settingsFromEnvironment } from './settings.ts'

const app = createChat(settingsFromEnvironment(process.env))
const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', (error?: Error) => {
  if (error) throw error
  const address = server.address()
  console.log(`chat http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
