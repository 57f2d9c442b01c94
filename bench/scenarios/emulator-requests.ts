import { payloadOf } from '../contenders/contender.ts'
import { raw } from '../contenders/raw.ts'
import { alternate } from '../harness/alternate.ts'
import { next, start } from '../harness/child.ts'
import { compare } from '../harness/comparison.ts'
import { load } from '../harness/load.ts'
import type { Scenario } from '../harness/scenario.ts'

const SERVERS = { 'bare node:http': 'bare-http', emulator: 'emulator' }

export const emulatorRequests: Scenario = {
  about:
    'Requests a second with 100 in flight, nobody subscribed: the emulator checks, publishes and keeps a journal.',
  run: async (pace) => {
    const servers = await Promise.all(
      Object.entries(SERVERS).map(async ([name, file]) => {
        const child = start(new URL(`../programs/${file}.ts`, import.meta.url))
        const { port } = await next<{ port: number }>(child)
        const client = await raw({ host: '127.0.0.1', port, useTLS: false }, payloadOf(100))
        return { name, child, client }
      }),
    )
    const { window } = pace
    const measures = servers.map(({ name, client }) => {
      const measure = () => load(client.publish, { inFlight: 100, eventsPerCall: 1, window })
      return [name, measure] as const
    })
    const numbers = await alternate(new Map(measures), pace)
    for (const { child, client } of servers) {
      client.close?.()
      child.kill()
    }
    return [compare('emulator: requests', 'requests/s', numbers('rate'), 'bare node:http')]
  },
}
