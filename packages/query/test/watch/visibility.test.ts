import { createQueryClient } from '@pusherkit/query'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { json, TestServer } from '../support.ts'
import { Tab } from './tab.ts'

let server: TestServer
let tab: Tab
let subscriptions: number
beforeEach(async () => {
  tab = new Tab()
  subscriptions = 0
  server = await TestServer.start(() => json({ occupied: true, subscription_count: ++subscriptions }))
})
afterEach(() => server?.[Symbol.asyncDispose]())

const watchNews = (every: number) =>
  createQueryClient({ baseUrl: server.origin, document: tab }).watch.channel('news', {
    info: 'subscription_count',
    every,
  })
const NEVER = 600_000

describe('a tab', () => {
  test('that is seen again asks at once', async () => {
    await using watch = watchNews(NEVER)
    await watch.next()
    const pending = watch.next()
    tab.hide()
    tab.show()
    expect((await pending).value).toEqual({ occupied: true, subscription_count: 2 })
  })

  test('whose network is back asks at once', async () => {
    await using watch = watchNews(NEVER)
    await watch.next()
    const pending = watch.next()
    tab.online()
    expect((await pending).value).toEqual({ occupied: true, subscription_count: 2 })
  })

  test('that is hidden from the start is told the state once', async () => {
    tab.hide()
    await using watch = watchNews(1)
    expect((await watch.next()).value).toEqual({ occupied: true, subscription_count: 1 })
  })
})
