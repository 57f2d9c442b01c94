import {
  BadRequestException,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  type PipeTransform,
  Scope,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common'
import { REQUEST } from '@nestjs/core'
import { signWebhook, type WebhookEvent, type WebhookEventOf } from '@pusherkit/core'
import { startEmulator, type WebhookDelivery } from '@pusherkit/emulator'
import { OnPusherWebhook, PusherModule } from '@pusherkit/nestjs'
import { JsClient } from '@pusherkit/tests-support'
import type { Observable } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { type App, type AppOptions, Log, platforms, serve } from '../support/apps.ts'

const APP = { appId: '1', key: 'key-1', secret: 'secret-1' }
const OPTIONS = { ...APP, cluster: 'eu', routes: { webhooks: {} } }
const ADDED = { name: 'member_added', channel: 'presence-room', user_id: 'ada' } as const

const post = async (app: App, events: readonly object[], path = '/pusher/webhooks'): Promise<number> => {
  const { headers, rawBody: body } = signWebhook(APP, { events, time_ms: Date.now() } as never)
  return (await fetch(app.url + path, { method: 'POST', headers: { ...headers }, body })).status
}
const listening = (
  providers: readonly (new (...args: never[]) => unknown)[],
  options?: AppOptions,
): Promise<App> => serve({ imports: [PusherModule.forRoot(OPTIONS)], providers: [...providers] }, options)

describe.each(platforms)('on %s', (_name, platform) => {
  test('a method is told what happens on a real server', async () => {
    const { promise: added, resolve } = Promise.withResolvers<unknown>()
    @Injectable()
    class Rooms {
      @OnPusherWebhook('member_added')
      welcome(event: WebhookEventOf<'member_added'>): void {
        resolve(event)
      }
    }
    const { promise: delivered, resolve: deliver } = Promise.withResolvers<WebhookDelivery>()
    await using app = await serve(
      { imports: [PusherModule.forRoot(OPTIONS)], providers: [Rooms] },
      { platform },
    )
    const webhooks = [{ url: `${app.url}/pusher/webhooks`, events: ['member_added' as const] }]
    await using emulator = await startEmulator({ apps: [{ ...APP, webhooks }], onWebhook: deliver })
    using client = new JsClient(emulator)
    await client.subscribe('presence-room')
    expect(await added).toEqual(ADDED)
    expect(await delivered).toMatchObject({ delivered: true, status: 200 })
  })

  test('a wrong signature is answered with 401, and nobody is told', async () => {
    let told = 0
    class Rooms {
      @OnPusherWebhook('member_added')
      count(): void {
        told++
      }
    }
    await using app = await listening([Rooms], { platform })
    const { headers, rawBody: body } = signWebhook(
      { ...APP, secret: 'other' },
      { events: [ADDED], time_ms: 1 },
    )
    const response = await fetch(`${app.url}/pusher/webhooks`, {
      method: 'POST',
      headers: { ...headers },
      body,
    })
    expect([response.status, told]).toEqual([401, 0])
  })

  test('without raw bodies the answer is 500, and the log has the line to add', async () => {
    const log = new Log()
    await using app = await listening([], { platform, rawBody: false, logger: log })
    expect(await post(app, [ADDED])).toBe(500)
    expect(log.lines).toEqual([expect.stringContaining('NestFactory.create(AppModule, { rawBody: true })')])
  })
})

test('several methods listen to one event, and one to several', async () => {
  const told: string[] = []
  class Rooms {
    @OnPusherWebhook('member_added')
    @OnPusherWebhook('member_removed')
    both({ name }: WebhookEventOf<'member_added' | 'member_removed'>): void {
      told.push(`both ${name}`)
    }
    @OnPusherWebhook('member_removed')
    one({ user_id }: WebhookEventOf<'member_removed'>): void {
      told.push(`removed ${user_id}`)
    }
    @OnPusherWebhook('*')
    rest({ name }: WebhookEvent): void {
      told.push(`rest ${name}`)
    }
  }
  await using app = await listening([Rooms])
  const status = await post(app, [
    ADDED,
    { ...ADDED, name: 'member_removed' },
    { name: 'cache_miss', channel: 'c' },
  ])
  expect(status).toBe(200)
  expect(told).toEqual(['both member_added', 'both member_removed', 'removed ada', 'rest cache_miss'])
})

test('the answer waits for the methods, and is 500 when one fails after all are done', async () => {
  const told: string[] = []
  class Rooms {
    @OnPusherWebhook('member_added')
    async fails(): Promise<void> {
      throw new Error('the database is gone')
    }
    @OnPusherWebhook('member_added')
    async works(): Promise<void> {
      await new Promise(setImmediate)
      told.push('works')
    }
  }
  const log = new Log()
  await using app = await listening([Rooms], { logger: log })
  expect([await post(app, [ADDED]), told]).toEqual([500, ['works']])
  expect(log.lines).toHaveLength(1)
})

test('when several methods fail, the log has the trace of each', async () => {
  class Rooms {
    @OnPusherWebhook('member_added')
    async store(): Promise<void> {
      throw new Error('the database is gone')
    }
    @OnPusherWebhook('member_added')
    async mail(): Promise<void> {
      throw new Error('the mailbox is full')
    }
  }
  const traces: unknown[] = []
  class Traces extends Log {
    override error(_message: unknown, trace?: unknown): void {
      traces.push(trace)
    }
  }
  await using app = await listening([Rooms], { logger: new Traces() })
  expect(await post(app, [ADDED])).toBe(500)
  expect(traces).toEqual([expect.stringMatching(/the database is gone\n +at .*the mailbox is full\n +at /s)])
})

test('guards, pipes and interceptors run, and see the event', async () => {
  const ran: unknown[] = []
  class Guard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      const request = context.getArgByIndex<ExecutionContext>(1).switchToHttp().getRequest()
      ran.push('guard', context.getType(), context.getArgByIndex(0).name, request.method)
      return true
    }
  }
  class Pipe implements PipeTransform {
    transform(event: object, { type }: { type: string }): object {
      ran.push('pipe', type)
      return { ...event, piped: true }
    }
  }
  class Interceptor implements NestInterceptor {
    intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
      ran.push('interceptor')
      return next.handle()
    }
  }
  class Rooms {
    @OnPusherWebhook('member_added')
    @UseGuards(Guard)
    @UseInterceptors(Interceptor)
    @UsePipes(Pipe)
    listen(event: WebhookEventOf<'member_added'>): void {
      ran.push(event)
    }
  }
  await using app = await listening([Rooms])
  expect(await post(app, [ADDED])).toBe(200)
  expect(ran).toEqual([
    'guard',
    'pusher-webhook',
    'member_added',
    'POST',
    'interceptor',
    'pipe',
    'body',
    { ...ADDED, piped: true },
  ])
})

test('a guard that says no makes the answer 500, so that the event is not lost', async () => {
  class Guard implements CanActivate {
    canActivate(): boolean {
      return false
    }
  }
  class Rooms {
    @OnPusherWebhook('member_added')
    @UseGuards(Guard)
    listen(): void {
      throw new BadRequestException('never called')
    }
  }
  await using app = await listening([Rooms])
  expect(await post(app, [ADDED])).toBe(500)
})

test('a provider of the request is made for each webhook, and gets its request', async () => {
  const made: unknown[] = []
  @Injectable({ scope: Scope.REQUEST })
  class Rooms {
    constructor(@Inject(REQUEST) private readonly request: { readonly originalUrl: string }) {
      made.push(this)
    }
    @OnPusherWebhook('member_added')
    listen(): void {
      made.push(this.request.originalUrl)
    }
  }
  await using app = await listening([Rooms])
  await post(app, [ADDED])
  await post(app, [ADDED])
  expect(made.map((value) => (typeof value === 'string' ? value : 'instance'))).toEqual([
    'instance',
    '/pusher/webhooks',
    'instance',
    '/pusher/webhooks',
  ])
})

test('a method listens to one client', async () => {
  const told: string[] = []
  class Rooms {
    @OnPusherWebhook('member_added')
    main(): void {
      told.push('main')
    }
    @OnPusherWebhook('member_added', { client: 'billing' })
    billing(): void {
      told.push('billing')
    }
  }
  await using app = await serve({
    imports: [PusherModule.forRoot(OPTIONS), PusherModule.forRoot({ ...OPTIONS, name: 'billing' })],
    providers: [Rooms],
  })
  await post(app, [ADDED], '/pusher/billing/webhooks')
  expect(told).toEqual(['billing'])
})

test.each([
  ['biling', 'main', 'the client "biling", but no PusherModule has that name'],
  [undefined, 'billing', 'the default client, but no PusherModule is without a name'],
])(
  'a method that listens to a client that does not exist stops the application: %s',
  async (client, name, message) => {
    class Rooms {
      @OnPusherWebhook('member_added', { client })
      listen(): void {}
    }
    const imports = [PusherModule.forRoot({ ...OPTIONS, name })]
    await expect(serve({ imports, providers: [Rooms] })).rejects.toThrow(
      `Rooms.listen listens to the webhooks of ${message}`,
    )
  },
)

test('a method that nobody will call is told of in the log', async () => {
  class Rooms {
    @OnPusherWebhook('member_added')
    listen(): void {}
  }
  const log = new Log()
  const { routes, ...options } = OPTIONS
  await using _app = await serve(
    { imports: [PusherModule.forRoot(options)], providers: [Rooms] },
    { logger: log },
  )
  expect(log.lines).toEqual([expect.stringMatching(/^warn: Rooms.listen .*add `routes: { webhooks: {} }`/)])
})

test('the parameter is checked against the event', () => {
  class Rooms {
    @OnPusherWebhook('member_added')
    right(_event: WebhookEventOf<'member_added'>): void {}

    // @ts-expect-error no client_event comes here
    @OnPusherWebhook('member_added')
    wrong(_event: WebhookEventOf<'client_event'>): void {}

    // @ts-expect-error there is no such event
    @OnPusherWebhook('member_joined')
    unknown(): void {}
  }
  expect(new Rooms()).toBeDefined()
})
