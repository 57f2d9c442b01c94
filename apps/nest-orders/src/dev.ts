// The application with an emulator, in one process: nothing to set up, nothing to sign up for.
import { startLocally } from './local.ts'

const orders = await startLocally({ port: Number(process.env.PORT ?? 3001) })
console.log(`orders   ${orders.url}\nemulator ${orders.emulator.url}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await orders[Symbol.asyncDispose]()
    process.exit()
  })
}
