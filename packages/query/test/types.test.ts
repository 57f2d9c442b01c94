import { Pusher } from '@pusherkit/core'
import type { ChannelQueries } from '@pusherkit/core/contract'
import { createQueryClient, type QueryClientOptions } from '@pusherkit/query'
import { createSignedQueryClient } from '@pusherkit/query/signed'
import { expectTypeOf, test } from 'vitest'

const credentials = { appId: '1', key: 'k', secret: 's', cluster: 'eu' }
const client = createQueryClient({ baseUrl: 'https://example.com' })

test('a Pusher and both clients are the same to those who ask', () => {
  const sources: ChannelQueries[] = [new Pusher(credentials), client, createSignedQueryClient(credentials)]
  expectTypeOf(sources).toEqualTypeOf<ChannelQueries[]>()
})

test('info decides what an answer has', () => {
  type Counted = Awaited<ReturnType<typeof client.channels<'user_count'>>>['channels'][string]
  expectTypeOf<Counted>().toEqualTypeOf<Readonly<{ user_count: number }>>()
  type Plain = Awaited<ReturnType<typeof client.channel<never>>>
  expectTypeOf<Plain>().toExtend<{ readonly occupied: boolean }>()
  expectTypeOf<Plain>().not.toHaveProperty('user_count')
  const watching = () =>
    client.watch.channel('cache-a', { info: ['cache', 'subscription_count'], every: 1000 })
  type Snapshot = Awaited<ReturnType<ReturnType<typeof watching>['next']>>['value'] & object
  expectTypeOf<Snapshot['subscription_count']>().toEqualTypeOf<number>()
  expectTypeOf<Snapshot>().not.toHaveProperty('user_count')
})

test('credentials do not compile', () => {
  const refused = () => {
    // @ts-expect-error a secret is no option
    createQueryClient({ baseUrl: '/pusher/query', secret: 's' })
    // @ts-expect-error nor may it be in the URL
    createQueryClient({ baseUrl: 'https://key:secret@example.com' })
    // @ts-expect-error nor with a path behind it
    createQueryClient({ baseUrl: 'https://key:secret@example.com/apps/1' })
    // @ts-expect-error what cannot be asked of a list
    client.channels({ info: 'subscription_count' })
  }
  expectTypeOf(refused).toBeFunction()
  expectTypeOf<{ baseUrl: 'https://example.com/@team' }>().toExtend<
    QueryClientOptions<'https://example.com/@team'>
  >()
})
