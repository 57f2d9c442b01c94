import { Pusher, type PusherOptions } from '@pusherkit/core'
import { createPublisher, type PublisherOptions } from '@pusherkit/core/publisher'
import type { Target } from '../server/start-api.ts'
import { APP, batchOf, type CreateContender, EVENT, EVENTS_PER_BATCH } from './contender.ts'

/** Makes the transport of a client, in place of the default one. */
export type CreateTransport = () => NonNullable<PusherOptions['transport']>

const createClient = (target: Target, createTransport?: CreateTransport): Pusher =>
  new Pusher({ ...APP, ...target, ...(createTransport && { transport: createTransport() }) })

/** `trigger`. */
export const single =
  (createTransport?: CreateTransport): CreateContender =>
  (target, { data, channelOf }) => {
    const pusher = createClient(target, createTransport)
    return { eventsPerCall: 1, publish: (index) => pusher.trigger(channelOf(index), EVENT, data) }
  }

/** `triggerBatch` of 10 events. */
export const batch =
  (createTransport?: CreateTransport): CreateContender =>
  (target, payload) => {
    const pusher = createClient(target, createTransport)
    const publish = (index: number) => pusher.triggerBatch(batchOf(payload, index))
    return { eventsPerCall: EVENTS_PER_BATCH, publish }
  }

/** The publisher's `trigger`. */
export const publisher =
  (createTransport?: CreateTransport, options?: PublisherOptions): CreateContender =>
  (target, { data, channelOf }) => {
    const made = createPublisher(createClient(target, createTransport), options)
    return {
      eventsPerCall: 1,
      publish: (index) => made.trigger(channelOf(index), EVENT, data),
      close: () => made.close(),
    }
  }

/** The publisher with all events on one channel, where no order is asked for. */
export const publisherOfOneChannel =
  (createTransport?: CreateTransport): CreateContender =>
  (target, payload) =>
    publisher(createTransport, { ordering: 'none' })(target, { ...payload, channelOf: () => 'orders' })
