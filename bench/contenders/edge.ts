import EdgePusher from 'pusher-http-edge'
import type { Target } from '../server/start-api.ts'
import { APP, type CreateContender, EVENT } from './contender.ts'

/** The library for edge runtimes, which uses `fetch` and WebCrypto. */
export const createEdgeClient = (target: Target): EdgePusher => new EdgePusher({ ...APP, ...target })

export const edge: CreateContender = (target, { data, channelOf }) => {
  const pusher = createEdgeClient(target)
  const publish = async (index: number): Promise<string> =>
    // `fetch` does not free a connection before its answer is read.
    (await pusher.trigger(channelOf(index), EVENT, data)).text()
  return { eventsPerCall: 1, publish }
}
