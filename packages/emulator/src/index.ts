/**
 * A local Pusher Channels server, for development and tests.
 *
 * @module
 */
export { type Emulator, startEmulator } from './emulator.ts'
export type { ClientOptions } from './options/client-options.ts'
export type { AppCredentials, EmulatorOptions } from './options/emulator-options.ts'
export type { ServerOptions } from './options/server-options.ts'
