/**
 * The state of channels for browsers: typed, small, and without a secret.
 *
 * @module
 */
export type { ChannelClient } from './client.ts'
export { type ChannelsDiff, diff, type UsersDiff } from './diff.ts'
export { createQueryClient } from './query-client.ts'
export { PusherQueryError, type PusherQueryErrorCode, type QueryErrorDetails } from './query-error.ts'
export type { KyOptions, QueryClientOptions, QueryHeaders, WithoutCredentials } from './query-options.ts'
export type { Listenable, PageDocument } from './watch/page.ts'
export type { Watch } from './watch/watch.ts'
export type { WatchOptions } from './watch/watch-options.ts'
export type { Watches } from './watch/watches.ts'
