import { inspect } from 'node:util'
import { createSignedQueryClient, PusherQueryError } from '@pusherkit/query/signed'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json, QueryServer, rejection, TestServer } from '../support.ts'

let server: QueryServer
beforeAll(async () => {
  server = await QueryServer.start()
  await server.join({ id: 'ada' }, 'presence-room')
})
afterAll(() => server?.[Symbol.asyncDispose]())

const client = (options = {}) => createSignedQueryClient({ ...server.emulator.serverOptions(), ...options })

describe('the signed client', () => {
  test('asks the HTTP API itself', async () => {
    expect(await client().channels({ prefix: 'presence-', info: ['user_count'] })).toEqual({
      channels: { 'presence-room': { user_count: 1 } },
    })
    expect(await client().channel('presence-room')).toEqual({ occupied: true })
    expect(await client().users('presence-room')).toEqual({ users: [{ id: 'ada' }] })
    expect(await client().channels({ prefix: `it's & "odd" é` })).toEqual({ channels: {} })
    expect(server.http.urls).toEqual([])
  })

  test('watches it', async () => {
    await using watch = client().watch.users('presence-room', { every: 5 })
    expect((await watch.next()).value).toEqual({ users: [{ id: 'ada' }] })
    const bob = await server.join({ id: 'bob' }, 'presence-room')
    expect((await watch.next()).value).toEqual({ users: [{ id: 'ada' }, { id: 'bob' }] })
    bob[Symbol.dispose]()
  })

  test('goes through ky and its hooks', async () => {
    const seen: string[] = []
    const hooks = {
      beforeRequest: [({ request }: { request: Request }) => void seen.push(new URL(request.url).pathname)],
    }
    await client({ ky: { hooks } }).channel('news')
    expect(seen).toEqual(['/apps/app-id/channels/news'])
  })

  test('has the words of the API, and never the secret or a signature', async () => {
    const error = await rejection(client({ secret: 'not-the-secret' }).channels({ prefix: 'a' }))
    expect(error).toBeInstanceOf(PusherQueryError)
    expect(error).toMatchObject({ code: 'ERR_PUSHER_REQUEST', status: 401 })
    expect(String(error)).toContain('Invalid signature')
    expect(String(error)).toContain('Check appId, key and secret')
    const shown = inspect([error, client({ secret: 'not-the-secret' })], { depth: 9, showHidden: true })
    expect(shown + JSON.stringify(error)).not.toMatch(/not-the-secret|[0-9a-f]{64}|auth_signature/)
  })

  test('shows no signature when nobody answers', async () => {
    const gone = await TestServer.start(() => json({}))
    await gone[Symbol.asyncDispose]()
    const port = Number(new URL(gone.origin).port)
    const error = await rejection(client({ port, ky: { retry: 0 } }).channels())
    expect(error).toMatchObject({ code: 'ERR_PUSHER_NETWORK' })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/auth_|[0-9a-f]{64}/)
  })

  test('reads numeric ids and an empty list as servers of the family write them', async () => {
    await using other = await TestServer.start(({ url }) =>
      json(url.includes('/users') ? { users: [{ id: 7 }] } : { channels: [] }),
    )
    const port = Number(new URL(other.origin).port)
    expect(await client({ port }).users('presence-a')).toEqual({ users: [{ id: '7' }] })
    expect(await client({ port }).channels()).toEqual({ channels: {} })
  })
})

describe('createSignedQueryClient refuses', () => {
  test.each([
    [{ secret: '' }, 'secret is missing'],
    [{ key: 'app\n' }, 'key has white space'],
    [{ appId: '../1' }, 'appId has other characters'],
    [{ host: 'http://a' }, 'host is a name'],
    [{ host: 'a@b' }, 'host is a name'],
    [{ host: 'a:1' }, 'host is a name'],
    [{ cluster: 'eu' }, 'cluster contradicts host'],
    [{ host: undefined, cluster: 'e/u' }, 'cluster is the short name'],
    [{ port: 0 }, 'port is a whole number'],
    [{ useTLS: 'no' }, 'useTLS is true or false'],
    [{ path: 'reverb' }, 'path starts with /'],
    [{ baseUrl: '/pusher/query' }, 'baseUrl does not exist'],
  ])('%j: %s', (options, reason) => {
    expect(() => client(options)).toThrow(`Option ${reason}`)
  })
})
