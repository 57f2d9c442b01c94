/**
 * The same client for servers that hold an app's credentials: it asks the HTTP API itself.
 *
 * @module
 */
export type { ChannelClient } from '../client.ts'
export { PusherQueryError } from '../query-error.ts'
export { createSignedQueryClient } from './signed-client.ts'
export type { SignedQueryClientOptions } from './signed-options.ts'
