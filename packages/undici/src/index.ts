/**
 * A transport for `@pusherkit/core` on undici.
 *
 * @module
 */
export { createUndiciTransport, type UndiciTransport } from './create-undici-transport.ts'
export type { UndiciTransportOptions } from './options.ts'
export { withUndiciTransport } from './with-undici-transport.ts'
