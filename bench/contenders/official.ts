import OfficialPusher from 'pusher'
import type { Target } from '../server/start-api.ts'
import { APP, batchOf, type CreateContender, EVENT, EVENTS_PER_BATCH } from './contender.ts'

/** The official library, as its README makes a client. */
export const createOfficialClient = ({ host, port, useTLS }: Target): OfficialPusher =>
  new OfficialPusher({ ...APP, host, port: String(port), useTLS })

export const official: CreateContender = (target, { data, channelOf }) => {
  const pusher = createOfficialClient(target)
  return { eventsPerCall: 1, publish: (index) => pusher.trigger(channelOf(index), EVENT, data) }
}

export const officialBatch: CreateContender = (target, payload) => {
  const pusher = createOfficialClient(target)
  const publish = (index: number) => pusher.triggerBatch(batchOf(payload, index))
  return { eventsPerCall: EVENTS_PER_BATCH, publish }
}
