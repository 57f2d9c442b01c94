import { Agent } from 'node:http'
import { type DynamicModule, Injectable, Module, type Type } from '@nestjs/common'
import { Pusher, signWebhook, type WebhookEventOf } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { InjectPusher, OnPusherWebhook, PusherModule } from '@pusherkit/nestjs'
import { RecordingPusher } from '@pusherkit/nestjs/testing'
import * as nestjsPusher from 'nestjs-pusher'
import theirManifest from 'nestjs-pusher/package.json' with { type: 'json' }
import { expect, test } from 'vitest'
import ourManifest from '../../../packages/nestjs/package.json' with { type: 'json' }
import { serve } from '../../../packages/nestjs/test/support/apps.ts'
import { packagesOf } from './count-packages.ts'
import { OurOrders, pusherkit } from './ours.ts'
import { nestjsPusher as nestjsPusherApplication, officialOptions, TheirOrders } from './theirs.ts'

// More rows of the table in the README of @pusherkit/nestjs: what nestjs-pusher does comes first.

const APP = { appId: '1', key: 'key-1', secret: 'secret-1' }
const BILLING = { appId: '2', key: 'key-2', secret: 'secret-2' }

test('what is injected is a service around the client, which it gives away, or the client', async () => {
  await using theirs = await serve(nestjsPusherApplication().application(APP))
  await using ours = await serve(pusherkit.application(APP))
  const { pusher } = theirs.nest.get(TheirOrders)
  expect(pusher).toBeInstanceOf(nestjsPusher.PusherService)
  expect(pusher.getPusherInstance().sendToUser).toBeTypeOf('function')
  expect(ours.nest.get(OurOrders).pusher).toBeInstanceOf(Pusher)
})

test('several clients: one for each module, or by their names in one class', async () => {
  await using emulator = await startEmulator({ apps: [APP, BILLING] })
  const publishedTo = (): string[] => emulator.requests.map(({ path }) => path.split('/')[2] ?? '')
  const theirModule = (appId: string): DynamicModule =>
    nestjsPusher.PusherModule.forRoot(officialOptions(emulator.serverOptions(appId)), undefined, false)
  const feature = (appId: string, orders: Type): Type => {
    @Module({ imports: [theirModule(appId)], providers: [orders] })
    class Feature {}
    return Feature
  }

  @Injectable()
  class TheirBills extends TheirOrders {}
  await using theirs = await serve({ imports: [feature('1', TheirOrders), feature('2', TheirBills)] })
  await theirs.nest.get(TheirOrders, { strict: false }).publish({})
  await theirs.nest.get(TheirBills, { strict: false }).publish({})
  expect(publishedTo()).toEqual(['1', '2'])

  await emulator.reset()
  const together = { imports: [theirModule('1'), theirModule('2')], providers: [TheirOrders, TheirBills] }
  await using one = await serve(together)
  await one.nest.get(TheirOrders).publish({})
  await one.nest.get(TheirBills).publish({})
  expect(new Set(publishedTo()).size).toBe(1)

  @Injectable()
  class OurBills {
    constructor(
      readonly pusher: Pusher,
      @InjectPusher('billing') readonly billing: Pusher,
    ) {}
  }
  await emulator.reset()
  await using ours = await serve({
    imports: [
      PusherModule.forRoot(emulator.serverOptions('1')),
      PusherModule.forRoot({ ...emulator.serverOptions('2'), name: 'billing' }),
    ],
    providers: [OurBills],
  })
  await ours.nest.get(OurBills).pusher.trigger('orders', 'created', {})
  await ours.nest.get(OurBills).billing.trigger('orders', 'created', {})
  expect(publishedTo()).toEqual(['1', '2'])
})

test('authorization: a method for a controller of your own, or a route; the signatures are the same', async () => {
  await using theirs = await serve(nestjsPusherApplication().application(APP))
  const routes = { auth: { authorize: () => true } }
  await using ours = await serve({ imports: [PusherModule.forRoot({ ...APP, routes })] })
  const answers = await Promise.all(
    [theirs, ours].map(({ url }) =>
      fetch(`${url}/pusher/auth`, {
        method: 'POST',
        body: new URLSearchParams({ socket_id: '1.2', channel_name: 'private-a' }),
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([404, 200])
  const { auth } = theirs.nest.get(TheirOrders).pusher.authorizeChannel('1.2', 'private-a')
  expect(await answers[1]?.json()).toEqual({ auth })
})

test('webhooks: a method of the client for a controller of your own, or a route and methods that listen', async () => {
  const added = { name: 'member_added', channel: 'presence-a', user_id: 'ada' } as const
  const { headers, rawBody: body } = signWebhook(APP, { time_ms: Date.now(), events: [added] })
  await using theirs = await serve(nestjsPusherApplication().application(APP))
  const client = theirs.nest.get(TheirOrders).pusher.getPusherInstance()
  expect(client.webhook({ headers: { ...headers }, rawBody: body }).isValid()).toBe(true)

  const told: unknown[] = []
  @Injectable()
  class Rooms {
    @OnPusherWebhook('member_added')
    welcome(event: WebhookEventOf<'member_added'>): void {
      told.push(event)
    }
  }
  await using ours = await serve({
    imports: [PusherModule.forRoot({ ...APP, routes: { webhooks: {} } })],
    providers: [Rooms],
  })
  const statuses = await Promise.all(
    [theirs, ours].map(async ({ url }) => {
      const request = { method: 'POST', headers: { ...headers }, body }
      return (await fetch(`${url}/pusher/webhooks`, request)).status
    }),
  )
  expect(statuses).toEqual([404, 200])
  expect(told).toEqual([added])
})

test('hosted Pusher is spoken to by http, or by https', async () => {
  const connections: unknown[] = []
  class Recording extends Agent {
    override createConnection(
      ...[{ host, port }, callback]: Parameters<Agent['createConnection']>
    ): undefined {
      connections.push({ host, port })
      callback?.(new Error('not now'), undefined as never)
    }
  }
  const hosted = { ...APP, cluster: 'eu' }
  const theirs = new nestjsPusher.PusherService(
    { ...hosted, agent: new Recording() },
    { limit: 9216, enabled: true },
  )
  await expect(theirs.trigger('orders', 'created', {})).rejects.toThrow('Request failed')
  expect(connections).toEqual([{ host: 'api-eu.pusher.com', port: 80 }])

  const origins: string[] = []
  const transport = async ({ origin }: { origin: string }) => {
    origins.push(origin)
    return { status: 200, headers: {}, body: '{}' }
  }
  await new Pusher({ ...hosted, transport }).trigger('orders', 'created', {})
  expect(origins).toEqual(['https://api-eu.pusher.com'])
})

test('all that nestjs-pusher has: no health check and no events that publish themselves are among it', () => {
  expect(Object.keys(nestjsPusher).sort()).toEqual([
    'PusherChannel',
    'PusherEvent',
    'PusherInterceptor',
    'PusherModule',
    'PusherSendGuard',
    'PusherService',
    'PusherServiceTestingProvider',
    'PusherSocketId',
  ])
})

test('for tests: a real service of an app without a key, or a client that remembers', async () => {
  const provider = nestjsPusher.PusherServiceTestingProvider as { useValue: nestjsPusher.PusherService }
  expect(provider.useValue).toBeInstanceOf(nestjsPusher.PusherService)
  expect(provider.useValue.authorizeChannel('1.2', 'private-a').auth).toMatch(/^:/)
  const recorder = new RecordingPusher()
  await recorder.trigger('orders', 'created', { id: 7 })
  expect(recorder.published).toEqual([{ channel: 'orders', event: 'created', data: { id: 7 } }])
})

test('the versions of Nest that the packages say they work with', () => {
  const versions = [theirManifest, ourManifest].map(
    ({ peerDependencies }) => peerDependencies['@nestjs/core'],
  )
  expect(versions).toEqual(['^11.1.0', '^11.0.0 || ^12.0.0'])
})

test('the packages that a Nest application gets', () => {
  expect([packagesOf('nestjs-pusher').size, packagesOf('@pusherkit/nestjs').size]).toEqual([72, 2])
})
