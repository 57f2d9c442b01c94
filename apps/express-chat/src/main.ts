import { createChat } from './chat.ts'
import { dashboardFromEnvironment } from './dashboard/settings.ts'
import { listen } from './listen.ts'
import { settingsFromEnvironment } from './settings.ts'

const chat = await listen('127.0.0.1', Number(process.env.PORT ?? 3000))
const dashboard = dashboardFromEnvironment(process.env)
chat.serve(createChat({ ...settingsFromEnvironment(process.env), dashboard }))
console.log(`chat ${chat.url}`)
// One that was made up has to be told; one that was given is known.
if (!process.env.DASHBOARD_PASSWORD) console.log(`dashboard password ${dashboard.password}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => chat[Symbol.asyncDispose]())
}
