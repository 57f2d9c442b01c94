/**
 * A local Pusher Channels server, for development and tests.
 *
 * @module
 */
export { type Emulator, startEmulator } from './emulator.ts'
export type { AppLimits } from './options/app-limits.ts'
export type { ClientOptions } from './options/client-options.ts'
export type { AppCredentials, AppOptions, EmulatorOptions } from './options/emulator-options.ts'
export type { ServerOptions } from './options/server-options.ts'
export type { WebhookDelivery } from './webhooks/delivery.ts'
export type { WebhookOptions } from './webhooks/webhook-options.ts'
