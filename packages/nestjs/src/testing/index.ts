/**
 * A client that publishes nothing and remembers everything, for tests.
 *
 * @module
 */
export { PusherTestingModule, type PusherTestingOptions } from './pusher-testing.module.ts'
export type { RecordedEvent } from './recorded-event.ts'
export { type RecordingOptions, RecordingPusher } from './recording-pusher.ts'
