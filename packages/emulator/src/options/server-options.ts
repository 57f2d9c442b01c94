import type { Address } from '../server/authority.ts'
import type { AppCredentials } from './emulator-options.ts'

/** What a server library needs to publish to the emulator. The names are those of the official Node library. */
export interface ServerOptions extends AppCredentials {
  readonly host: string
  readonly port: number
  /** The emulator speaks plain HTTP. */
  readonly useTLS: false
}

/** The options for one app. */
export const serverOptions = (
  { appId, key, secret }: AppCredentials,
  { host, port }: Address,
): ServerOptions => ({
  appId,
  key,
  secret,
  host,
  port,
  useTLS: false,
})
