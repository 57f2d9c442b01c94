import type { Target } from '../server/start-api.ts'

/** Somebody who publishes. */
export interface Contender {
  /** How many events one call publishes. */
  readonly eventsPerCall: number
  /** Publishes, and resolves when the server has acknowledged it. */
  readonly publish: (index: number) => Promise<unknown>
  readonly close?: () => unknown
}

/** What is published. */
export interface Payload {
  /** An event as a program has it, before anybody made it JSON. */
  readonly data: { readonly text: string }
  /** The channel of an event. */
  readonly channelOf: (index: number) => string
}

/** Makes a contender for one server. */
export type CreateContender = (target: Target, payload: Payload) => Contender | Promise<Contender>

export const APP = { appId: '1', key: 'app-key', secret: 'app-secret' }
export const EVENT = 'order-changed'
export const EVENTS_PER_BATCH = 10

/**
 * Events of a size in bytes, spread over 100 channels.
 *
 * @param isScattered Whether each is on a channel that has nothing to do with the one before: many are busy with another
 *   event then.
 */
export const payloadOf = (bytes: number, isScattered = false): Payload => ({
  data: { text: 'x'.repeat(bytes) },
  channelOf: (index) => `orders-${(isScattered ? scatter(index) : index) % 100}`,
})

/** Multiplicative hashing (Knuth): the same in every run, and in no order. */
const scatter = (index: number): number => Math.imul(index + 1, 2_654_435_761) >>> 16

/** The events of the `index`-th batch. */
export const batchOf = (
  { data, channelOf }: Payload,
  index: number,
): { channel: string; name: string; data: unknown }[] =>
  Array.from({ length: EVENTS_PER_BATCH }, (_, position) => ({
    channel: channelOf(index * EVENTS_PER_BATCH + position),
    name: EVENT,
    data,
  }))
