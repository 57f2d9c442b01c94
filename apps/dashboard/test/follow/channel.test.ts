import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { startEmulator } from '@pusherkit/emulator'
import { pusher, pusherQuery } from '@pusherkit/express'
import { createQueryClient, PusherQueryError } from '@pusherkit/query'
import { JsClient } from '@pusherkit/tests-support'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { type ChannelFollower, followChannel } from '../../src/follow/channel.ts'
import { Health } from '../../src/follow/health.ts'

/** What is told of a channel, until `told` resolves. */
async function followed<Told>(
  name: string,
  { subscriptionCounts, mayAsk = true }: { subscriptionCounts: boolean; mayAsk?: boolean },
  follower: (tell: (told: Told) => void) => Partial<ChannelFollower>,
): Promise<Told> {
  await using resources = new AsyncDisposableStack()
  const app = { appId: 'app-id', key: 'app-key', secret: 'app-secret', subscriptionCounts }
  const emulator = resources.use(await startEmulator({ apps: [app] }))
  await resources.use(new JsClient(emulator, { id: 'ana' })).subscribe(name)
  const site = express().use(pusher(emulator.serverOptions()))
  const server = site.use('/query', pusherQuery({ authorize: () => mayAsk })).listen(0, '127.0.0.1')
  resources.adopt(server, (listening) => void listening.close())
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/query`
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const told = await new Promise<Told>((resolve) => {
    followChannel(createQueryClient({ baseUrl }), name, {
      health: new Health(() => {}),
      signal: stop.signal,
      showState() {},
      showMembers() {},
      lose() {},
      refuse() {},
      ...follower(resolve),
    })
  })
  stop.abort()
  return told
}

const state = (tell: (told: unknown) => void): Partial<ChannelFollower> => ({
  showState: (...told) => tell(told),
})

test('tells the subscriptions of a channel', async () => {
  expect(await followed('news', { subscriptionCounts: true }, state)).toEqual([true, 1])
})

test('where the app does not count them, tells what else is known', async () => {
  expect(await followed('news', { subscriptionCounts: false }, state)).toEqual([true, undefined])
})

test('tells the members of a presence channel; those of before have not just come', async () => {
  const members = (tell: (told: unknown) => void) => ({
    showMembers: (...told: readonly unknown[]) => tell(told),
  })
  expect(await followed('presence-den', { subscriptionCounts: true }, members)).toEqual([['ana'], [], []])
})

test('tells that it may not ask', async () => {
  const refusal = (tell: (told: PusherQueryError) => void) => ({ refuse: tell })
  const error = await followed('news', { subscriptionCounts: true, mayAsk: false }, refusal)
  expect(error).toBeInstanceOf(PusherQueryError)
  expect(error.status).toBe(403)
})
