import { createApp, settingsFor } from '@pusherkit/app-nest-orders'
import type { AppOptions, Emulator } from '@pusherkit/emulator'

const APP_ID = 'orders'

/** The app of nest-orders on the emulator: its own, so that chat and orders do not hear each other. */
export const ordersApp = (url: string): AppOptions => ({
  appId: APP_ID,
  key: 'orders-key',
  secret: 'orders-secret',
  webhooks: [{ url: `${url}/pusher/webhooks` }],
})

/** Makes nest-orders, ready to answer requests. */
export async function createOrders(emulator: Emulator): Promise<Awaited<ReturnType<typeof createApp>>> {
  const app = await createApp(
    settingsFor({
      serverOptions: () => emulator.serverOptions(APP_ID),
      clientOptions: () => emulator.clientOptions(APP_ID),
    }),
  )
  return app.init()
}
