import { agent } from './agent.ts'
import type { CreateContender } from './contender.ts'
import { edge } from './edge.ts'
import { official, officialBatch } from './official.ts'
import { batch, publisher, publisherOfOneChannel, single } from './ours.ts'
import { raw, rawBatch } from './raw.ts'
import { undici } from './undici.ts'

/** Who publishes. Without another word, each event is a request. */
export type ContenderName =
  | 'official'
  | 'pusher-http-edge'
  | 'default'
  | 'undici'
  | 'node agent'
  | 'raw sockets'
  | 'official, batches'
  | 'default, batches'
  | 'undici, batches'
  | 'publisher, default'
  | 'publisher, undici'
  | 'publisher, default, one channel'
  | 'publisher, undici, one channel'
  | 'raw sockets, batches'

/** Every contender, by the name it has in the results. */
export const CONTENDERS: Readonly<Record<ContenderName, CreateContender>> = {
  official,
  'pusher-http-edge': edge,
  default: single(),
  undici: single(undici),
  'node agent': agent,
  'raw sockets': raw,
  'official, batches': officialBatch,
  'default, batches': batch(),
  'undici, batches': batch(undici),
  'publisher, default': publisher(),
  'publisher, undici': publisher(undici),
  'publisher, default, one channel': publisherOfOneChannel(),
  'publisher, undici, one channel': publisherOfOneChannel(undici),
  'raw sockets, batches': rawBatch,
}
