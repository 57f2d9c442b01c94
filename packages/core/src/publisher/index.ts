/**
 * Publishes many events with few requests: batches, order, retries and back-pressure on top of a client.
 *
 * @module
 */
export type { CloseOptions, CloseResult, UnpublishedEvent } from './close.ts'
export { createPublisher } from './create-publisher.ts'
export type { Publisher, PublisherStats } from './publisher.ts'
export type { PublisherOptions } from './publisher-options.ts'
