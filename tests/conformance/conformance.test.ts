import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChannelsServer, startChannelsServer } from './app/channels-server.ts'
import { topics } from './cases/index.ts'
import { expected } from './expected.ts'
import type { RunningHost } from './hosts/host.ts'
import { hosts } from './hosts/index.ts'

let channels: ChannelsServer
beforeAll(async () => {
  channels = await startChannelsServer()
})
afterAll(() => channels.close())

describe.each(hosts.map((host) => [host.name, host] as const))('%s', (_name, host) => {
  let running: RunningHost
  beforeAll(async () => {
    running = await host.start(channels.upstream)
  })
  afterAll(() => running.close())

  describe.each(Object.entries(topics))('%s', (_topic, cases) => {
    test.each(cases.map((row) => [row.name, row] as const))('%s', async (_row, row) => {
      expect(await running.ask(row.request)).toEqual(expected(row, host.traits))
    })
  })
})
