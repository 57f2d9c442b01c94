/**
 * A local Pusher Channels server, for development and tests.
 *
 * @module
 */
export type { Clock } from './clock.ts'
export { createManualClock, type Emulator, startEmulator } from './emulator.ts'
export type { FaultOptions } from './faults/fault-options.ts'
export type { DropOptions, Faults, StatusFaultOptions } from './faults/faults.ts'
export type { ManualClock } from './manual-clock.ts'
export type { AppLimits } from './options/app-limits.ts'
export type { ClientOptions } from './options/client-options.ts'
export type { AppCredentials, AppOptions, EmulatorOptions } from './options/emulator-options.ts'
export type { ServerOptions } from './options/server-options.ts'
export type { LiveConnection } from './testing/live-connection.ts'
export type { FieldMatch, Match } from './testing/match.ts'
export type { RecordedClientEvent, RecordedEvent, RecordedRequest } from './testing/recorded.ts'
export type { Awaitable, WaitKind } from './testing/wait-kinds.ts'
export type { WaitOptions } from './testing/wait-options.ts'
export type { WaitFor } from './testing/waits.ts'
export type { WebhookDelivery } from './webhooks/delivery.ts'
export type { WebhookOptions } from './webhooks/webhook-options.ts'
