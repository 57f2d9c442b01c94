import { Pusher, signWebhook } from '@pusherkit/core'
import { APP } from '../contenders/contender.ts'
import { createEdgeClient } from '../contenders/edge.ts'
import { createOfficialClient } from '../contenders/official.ts'
import { compareTimes } from '../harness/compare-times.ts'
import type { Comparison } from '../harness/comparison.ts'
import type { Scenario } from '../harness/scenario.ts'

const target = { host: '127.0.0.1', port: 1, useTLS: true }

/** A webhook of about this many bytes. */
function webhookOf(bytes: number): ReturnType<typeof signWebhook> {
  const event = { name: 'channel_occupied', channel: 'presence-orders-0000' } as const
  const count = Math.round(bytes / (JSON.stringify(event).length + 1))
  return signWebhook(APP, { events: Array.from({ length: count }, () => event) })
}

export const webhooks: Scenario = {
  about: 'Whether a webhook is valid: its signature, and that its content is a webhook.',
  run: async (pace) => {
    const core = new Pusher({ ...APP, ...target })
    const official = createOfficialClient(target)
    const edge = createEdgeClient(target)
    const comparisons: Comparison[] = []
    for (const [size, bytes] of [
      ['1 kB', 1_000],
      ['100 kB', 100_000],
    ] as const) {
      const { headers, rawBody } = webhookOf(bytes)
      const asBytes = Buffer.from(rawBody)
      const sync = {
        official: () => official.webhook({ headers, rawBody }).isValid(),
        core: () => core.webhook({ headers, rawBody }).isValid(),
        'core, signature only': () => core.webhook({ headers, rawBody }).isSigned(),
        'core, from bytes': () => core.webhook({ headers, rawBody: asBytes }).isValid(),
      }
      const async = { 'pusher-http-edge': async () => edge.webhook({ headers, rawBody }).isValid() }
      for (const call of Object.values(sync)) if (!call()) throw new Error('A valid webhook was refused')
      comparisons.push(await compareTimes(`verify a webhook of ${size}`, { sync, async }, pace))
    }
    return comparisons
  },
}
