import { Pusher } from '@pusherkit/core'
import { createEncryption } from '@pusherkit/encryption'
import OfficialPusher from 'pusher'
import { APP, EVENT } from '../contenders/contender.ts'
import { alternate } from '../harness/alternate.ts'
import { type Comparison, compare } from '../harness/comparison.ts'
import type { Scenario } from '../harness/scenario.ts'
import { timeOfAsync } from '../harness/time-of.ts'

const masterKeyBase64 = Buffer.alloc(32, 7).toString('base64')
const ANSWER = { status: 200, headers: {}, body: '{}' }
const CHANNEL = 'private-encrypted-orders'

/** The official library, which signs but does not send: its `post` is where the built request goes. */
class SilentOfficialPusher extends OfficialPusher {
  override post = async ({ path, body }: OfficialPusher.PostOptions): ReturnType<OfficialPusher['post']> => {
    this.createSignedQueryString({ method: 'POST', path, body: JSON.stringify(body) })
    return undefined as never
  }
}

export const encrypted: Scenario = {
  about:
    'A whole `trigger` to an encrypted channel that stops before the network: checks, cipher, JSON, signature.',
  run: async (pace) => {
    const official = new SilentOfficialPusher({
      ...APP,
      host: '127.0.0.1',
      encryptionMasterKeyBase64: masterKeyBase64,
    })
    const core = new Pusher({
      ...APP,
      encryption: createEncryption({ masterKeyBase64 }),
      transport: async () => ANSWER,
    })
    const comparisons: Comparison[] = []
    for (const bytes of [100, 1_000, 7_000]) {
      const data = { text: 'x'.repeat(bytes) }
      const contenders = {
        official: timeOfAsync(() => official.trigger(CHANNEL, EVENT, data), pace.window / 2),
        core: timeOfAsync(() => core.trigger(CHANNEL, EVENT, data), pace.window / 2),
      }
      const numbers = await alternate(new Map(Object.entries(contenders)), pace)
      comparisons.push(compare(`encrypted trigger of ${bytes} B`, 'µs', numbers('time'), 'official'))
    }
    return comparisons
  },
}
