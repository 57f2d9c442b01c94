import {
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  Scope,
  SetMetadata,
  UnauthorizedException,
  UseGuards,
  VersioningType,
} from '@nestjs/common'
import { APP_INTERCEPTOR, REQUEST } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { Pusher } from '@pusherkit/core'
import type { ChannelAuthRequest } from '@pusherkit/core/handlers'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { type PusherChannelAuthorizer, PusherModule, type PusherRoutes } from '@pusherkit/nestjs'
import { JsClient } from '@pusherkit/tests-support'
import { map, type Observable } from 'rxjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, type AppOptions, Log, platforms, serve } from '../support/apps.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const SUBSCRIBE = { method: 'POST', headers: FORM, body: 'socket_id=1.2&channel_name=private-orders' }
const start = (routes: PusherRoutes, options?: AppOptions, providers = [] as object[]): Promise<App> =>
  serve(
    {
      imports: [PusherModule.forRoot({ ...emulator.serverOptions(), routes })],
      providers: providers as never,
    },
    options,
  )

@Injectable()
class Envelope implements NestInterceptor {
  static ran = 0
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    Envelope.ran++
    return next.handle().pipe(map((data) => ({ data })))
  }
}

describe.each(platforms)('on %s', (_name, platform) => {
  test('a real client subscribes, signs in, and nothing wraps the answers', async () => {
    const log = new Log()
    await using app = await start(
      {
        auth: { authorize: ({ channel }) => (channel === 'private-orders' ? true : { user_id: 'ada' }) },
        userAuth: { authenticate: () => ({ id: 'ada' }) },
      },
      { platform, logger: log },
      [{ provide: APP_INTERCEPTOR, useClass: Envelope }],
    )
    const before = Envelope.ran
    using client = new JsClient(emulator, undefined, {
      channelAuthorization: { transport: 'ajax', endpoint: `${app.url}/pusher/auth` },
      userAuthentication: { transport: 'ajax', endpoint: `${app.url}/pusher/user-auth` },
    })
    await client.subscribe('private-orders')
    const room = await client.subscribe<never>('presence-room')
    expect((room as { members: { myID: string } }).members.myID).toBe('ada')
    client.pusher.signin()
    await client.pusher.user.signinDonePromise
    expect(client.pusher.user.user_data).toEqual({ id: 'ada' })
    expect(Envelope.ran - before).toBe(3)
    // Nest has not tried to answer as well.
    expect(log.lines).toEqual([])
  })

  test('authorization answers 200 with the signature, and 403 when it is refused', async () => {
    await using app = await start({ auth: { authorize: ({ socketId }) => socketId === '1.2' } }, { platform })
    const response = await fetch(`${app.url}/pusher/auth`, SUBSCRIBE)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('etag')).toBeNull()
    const pusher = new Pusher(emulator.serverOptions())
    expect(await response.json()).toEqual(pusher.authorizeChannel('1.2', 'private-orders'))
    const refused = await fetch(`${app.url}/pusher/auth`, {
      ...SUBSCRIBE,
      body: SUBSCRIBE.body.replace('1.2', '3.4'),
    })
    expect([refused.status, await refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'ERR_PUSHER_FORBIDDEN' }),
    ])
  })

  test.each([
    ['no raw body was kept', { rawBody: false }],
    ['nothing has read the body', { bodyParser: false }],
  ])('authorizes when %s', async (_case, options) => {
    // Fastify answers 415 by itself to a type that it has no parser for.
    const isJson = 'bodyParser' in options
    const headers = isJson ? { 'content-type': 'application/json' } : FORM
    const body = isJson
      ? JSON.stringify({ socket_id: '1.2', channel_name: 'private-orders' })
      : SUBSCRIBE.body
    await using app = await start({ auth: { authorize: () => true } }, { platform, ...options })
    expect((await fetch(`${app.url}/pusher/auth`, { method: 'POST', headers, body })).status).toBe(200)
  })

  test('other methods are answered by the handler', async () => {
    await using app = await start({ auth: { authorize: () => true } }, { platform })
    const response = await fetch(`${app.url}/pusher/auth`)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test('the context of a decision is what guards see', async () => {
    const seen: unknown[] = []
    const authorize = (_request: ChannelAuthRequest, context: ExecutionContext): boolean => {
      seen.push(context.getType(), context.switchToHttp().getRequest().headers['x-user'])
      return true
    }
    await using app = await start({ auth: { authorize } }, { platform })
    await fetch(`${app.url}/pusher/auth`, { ...SUBSCRIBE, headers: { ...FORM, 'x-user': 'ada' } })
    expect(seen).toEqual(['http', 'ada'])
  })

  test('queries are answered below one path, with the HTTP API’s own JSON', async () => {
    await using app = await start({ query: { authorize: () => true } }, { platform })
    using client = new JsClient(emulator)
    await client.subscribe('presence-query')
    const ask = async (path: string): Promise<unknown> =>
      (await fetch(`${app.url}/pusher/query${path}`)).json()
    expect(await ask('/channels?filter_by_prefix=presence-query&info=user_count')).toEqual({
      channels: { 'presence-query': { user_count: 1 } },
    })
    expect(await ask('/channels/presence-query')).toEqual({ occupied: true })
    expect(await ask('/channels/presence-query/users')).toEqual({ users: [{ id: 'ada' }] })
    const first = await fetch(`${app.url}/pusher/query/channels/presence-query`)
    const etag = first.headers.get('etag') ?? ''
    const second = await fetch(`${app.url}/pusher/query/channels/presence-query`, {
      headers: { 'if-none-match': etag },
    })
    expect([second.status, second.headers.get('content-type')]).toEqual([304, null])
  })

  test('headers that others have set stay', async () => {
    await using app = await start(
      { auth: { authorize: () => true } },
      {
        platform,
        configure: (nest) => nest.enableCors({ origin: 'http://shop.example' }),
      },
    )
    const response = await fetch(`${app.url}/pusher/auth`, {
      ...SUBSCRIBE,
      headers: { ...FORM, origin: 'http://shop.example' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('http://shop.example')
  })

  test('the paths follow `path`, the global prefix and the version', async () => {
    await using app = await start(
      { path: '/realtime', version: '2', auth: { authorize: () => true } },
      {
        platform,
        configure: (nest) => {
          nest.setGlobalPrefix('api')
          nest.enableVersioning({ type: VersioningType.URI })
        },
      },
    )
    expect((await fetch(`${app.url}/api/v2/realtime/auth`, SUBSCRIBE)).status).toBe(200)
    expect((await fetch(`${app.url}/pusher/auth`, SUBSCRIBE)).status).toBe(404)
  })
})

test('a slash at the end of a question is for the handler to judge', async () => {
  await using app = await start({ query: { authorize: () => true } })
  expect((await fetch(`${app.url}/pusher/query/channels/`)).status).toBe(404)
})

test('Fastify answers for long channel names once it is told to', async () => {
  const routes = { query: { authorize: () => true } }
  const path = `/pusher/query/channels/${'x'.repeat(164)}`
  await using plain = await start(routes, { platform: () => new FastifyAdapter() })
  expect((await fetch(plain.url + path)).status).toBe(414)
  const platform = () => new FastifyAdapter({ routerOptions: { maxParamLength: 200 } })
  await using told = await start(routes, { platform })
  expect(await (await fetch(told.url + path)).json()).toEqual({ occupied: false })
})

test.each([
  ['a parser has kept its bytes', true, 50_000],
  ['nothing has read it', false, 5_000_000],
])('a body above the limit is answered with 413 when %s', async (_case, bodyParser, size) => {
  await using app = await start({ auth: { authorize: () => true, maxBodyBytes: 100 } }, { bodyParser })
  const body = `${SUBSCRIBE.body}&padding=${'x'.repeat(size)}`
  expect((await fetch(`${app.url}/pusher/auth`, { ...SUBSCRIBE, body })).status).toBe(413)
})

test('two modules have routes of their own', async () => {
  const options = emulator.serverOptions()
  await using app = await serve({
    imports: [
      PusherModule.forRoot({ ...options, routes: { auth: { authorize: () => true } } }),
      PusherModule.forRoot({ ...options, name: 'billing', routes: { auth: { authorize: () => false } } }),
    ],
  })
  expect((await fetch(`${app.url}/pusher/auth`, SUBSCRIBE)).status).toBe(200)
  expect((await fetch(`${app.url}/pusher/billing/auth`, SUBSCRIBE)).status).toBe(403)
})

@Injectable()
class Sessions {
  userOf(header: unknown): string | undefined {
    return header === 'Bearer ada' ? 'ada' : undefined
  }
}

@Injectable()
class SessionGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}
  canActivate(context: ExecutionContext): boolean {
    if (this.sessions.userOf(context.switchToHttp().getRequest().headers.authorization)) return true
    throw new UnauthorizedException()
  }
}

@Injectable()
class Authorizer implements PusherChannelAuthorizer {
  constructor(private readonly sessions: Sessions) {}
  authorize({ channel }: ChannelAuthRequest, context: ExecutionContext): boolean {
    return (
      channel === `private-${this.sessions.userOf(context.switchToHttp().getRequest().headers.authorization)}`
    )
  }
}

class SessionsModule {}
const sessions = { module: SessionsModule, providers: [Sessions], exports: [Sessions] }
const asAda = (channel: string) => ({
  method: 'POST',
  headers: { ...FORM, authorization: 'Bearer ada' },
  body: `socket_id=1.2&channel_name=${channel}`,
})

test('a class decides, with what Nest injects into it', async () => {
  await using app = await serve({
    imports: [
      PusherModule.forRoot({
        ...emulator.serverOptions(),
        imports: [sessions],
        routes: { auth: { authorizer: Authorizer } },
      }),
    ],
  })
  expect((await fetch(`${app.url}/pusher/auth`, asAda('private-ada'))).status).toBe(200)
  expect((await fetch(`${app.url}/pusher/auth`, asAda('private-bob'))).status).toBe(403)
})

test('a class with the scope of a request is made for each', async () => {
  let made = 0
  @Injectable({ scope: Scope.REQUEST })
  class Authorizer implements PusherChannelAuthorizer {
    constructor(@Inject(REQUEST) private readonly request: { readonly headers: Record<string, string> }) {
      made++
    }
    authorize({ channel }: ChannelAuthRequest): boolean {
      return channel === `private-${this.request.headers.authorization}`
    }
  }
  await using app = await start({ auth: { authorizer: Authorizer } })
  expect((await fetch(`${app.url}/pusher/auth`, asAda('private-Bearer'))).status).toBe(403)
  const headers = { ...FORM, authorization: 'ada' }
  expect((await fetch(`${app.url}/pusher/auth`, { ...asAda('private-ada'), headers })).status).toBe(200)
  expect(made).toBe(2)
})

test('decorators give a route its guards and metadata, and touch no other route', async () => {
  const decorators = [UseGuards(SessionGuard), SetMetadata('public', true)]
  await using app = await serve({
    imports: [
      PusherModule.forRoot({
        ...emulator.serverOptions(),
        imports: [sessions],
        routes: {
          auth: { authorize: () => true, decorators },
          userAuth: { authenticate: () => ({ id: 'ada' }) },
        },
      }),
    ],
  })
  expect((await fetch(`${app.url}/pusher/auth`, SUBSCRIBE)).status).toBe(401)
  expect((await fetch(`${app.url}/pusher/auth`, asAda('private-x'))).status).toBe(200)
  const signIn = { method: 'POST', headers: FORM, body: 'socket_id=1.2' }
  expect((await fetch(`${app.url}/pusher/user-auth`, signIn)).status).toBe(200)
})

test('a decision that throws is a 500 whose cause is logged and not answered', async () => {
  const log = new Log()
  const authorize = (): boolean => {
    throw new Error('the database is gone')
  }
  await using app = await start({ auth: { authorize } }, { logger: log })
  const response = await fetch(`${app.url}/pusher/auth`, SUBSCRIBE)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('database')
  expect(log.lines).toEqual([expect.stringMatching(/^error: authorize threw/)])
})
