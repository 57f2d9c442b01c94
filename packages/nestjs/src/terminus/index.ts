/**
 * Whether the Channels server answers, for `@nestjs/terminus`.
 *
 * @module
 */
export { PusherHealthIndicator, type PusherPingOptions } from './pusher.health.ts'
