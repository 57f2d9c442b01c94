import { Pusher } from '@pusherkit/core'
import { createToken, signRequest } from '@pusherkit/core/signing'
import { APP } from '../contenders/contender.ts'
import { createEdgeClient } from '../contenders/edge.ts'
import { createOfficialClient } from '../contenders/official.ts'
import { compareTimes } from '../harness/compare-times.ts'
import type { Comparison } from '../harness/comparison.ts'
import type { Scenario } from '../harness/scenario.ts'

const target = { host: '127.0.0.1', port: 1, useTLS: true }
const origin = 'https://127.0.0.1:1'
const path = '/apps/1/events'
const query = new Map<string, string>()

export const signing: Scenario = {
  about:
    'Signing a request. Ours makes its headers too; by `createSignedQueryString` both make the same query.',
  run: async (pace) => {
    const token = createToken(APP)
    const pusher = new Pusher({ ...APP, ...target })
    const official = createOfficialClient(target)
    const edge = createEdgeClient(target)
    const comparisons: Comparison[] = []
    for (const bytes of [100, 1_000, 10_000]) {
      const body = JSON.stringify({ name: 'x', channels: ['a'], data: '' }).padEnd(bytes, ' ')
      const request = { method: 'POST', path, body }
      const sync = {
        official: () => `${origin}${path}?${official.createSignedQueryString(request)}`,
        core: () => signRequest({ method: 'POST', path, query, body }, token, origin, Date.now()),
        'core, createSignedQueryString': () =>
          `${origin}${path}?${pusher.createSignedQueryString({ method: 'POST', path, body })}`,
      }
      const async = { 'pusher-http-edge': async () => edge.createSignedQueryString(request) }
      comparisons.push(await compareTimes(`sign a request with a body of ${bytes} B`, { sync, async }, pace))
    }
    return comparisons
  },
}
