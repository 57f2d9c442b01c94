import { PusherRequestError, PusherTimeoutError } from '@pusherkit/core'
import { type RawAnswer, rawRequest } from './peers/raw-request.ts'
import { type Frame, type RawSocket, rawSocket } from './peers/raw-socket.ts'
import { type TestServer, unique } from './test-server.ts'

/** One thing that the emulator and soketi do in different ways: a row of the table in README.md. */
export interface Difference {
  readonly what: string
  /** What `probe` tells of the emulator. */
  readonly emulator: string
  /** What `probe` tells of soketi, alone or as a cluster. */
  readonly soketi: string
  readonly probe: (server: TestServer) => Promise<string>
}

const shown = ({ status, body }: RawAnswer): string => `${status} ${body}`
const get = async (server: TestServer, resource: string): Promise<string> =>
  shown(await rawRequest(server, 'GET', resource))
const post = async (server: TestServer, resource: string, body?: unknown): Promise<string> =>
  shown(await rawRequest(server, 'POST', resource, body))

/** Asks about a channel that somebody is in, and shows the answer with the name it has in the table. */
async function about(server: TestServer, name: string, resource: (name: string) => string): Promise<string> {
  const channel = unique(name)
  await server.connect({ id: '7' }).subscribe(channel)
  return (await get(server, resource(channel))).replaceAll(channel, name)
}

const code = ({ event, data }: Frame): string =>
  event === 'pusher:error' ? `${event} ${(data as { code: number }).code}` : event

const COUNT = 'pusher_internal:subscription_count'

/** The next frame that does not count subscriptions: only the emulator sends those. */
async function nextButCounts(socket: RawSocket): Promise<Frame> {
  const frame = await socket.next()
  return frame.event === COUNT ? nextButCounts(socket) : frame
}

export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'a wrong secret',
    emulator: '401 Invalid signature: you should have sent…',
    soketi: '200 {"error":"The secret authentication failed","code":401}',
    probe: async (server) => {
      const answer = await rawRequest(server, 'GET', '/channels', undefined, { secret: 'no' })
      return shown(answer).replace(/(should have sent).*/s, '$1…')
    },
  },
  {
    what: 'an unknown `auth_key`',
    emulator: '401 Unknown auth_key',
    soketi: '200 {"channels":{}}',
    probe: async (server) =>
      shown(await rawRequest(server, 'GET', '/channels?filter_by_prefix=x', undefined, { key: 'no' })),
  },
  {
    what: 'an `auth_timestamp` of 1970',
    emulator: '401 Timestamp expired',
    soketi: '200 {"channels":{}}',
    probe: async (server) => {
      const answer = await rawRequest(server, 'GET', '/channels?filter_by_prefix=x', undefined, { now: 0 })
      return shown(answer).replace(/:.Given.*/s, '')
    },
  },
  {
    what: 'publishing',
    emulator: '200 {}',
    soketi: '200 {"ok":true}',
    probe: (server) => post(server, '/events', { name: 'e', channels: ['nobody'], data: 'd' }),
  },
  {
    what: 'publishing with `info`',
    emulator: '200 {"channels":{"nobody":{"subscription_count":0}}}',
    soketi: '200 {"ok":true}',
    probe: (server) =>
      post(server, '/events', { name: 'e', channel: 'nobody', data: 'd', info: 'subscription_count' }),
  },
  {
    what: 'publishing empty `data`',
    emulator: '200 {}',
    soketi: '200 {"error":"The received data is incorrect","code":400}',
    probe: (server) => post(server, '/events', { name: 'e', channels: ['nobody'], data: '' }),
  },
  {
    what: 'publishing 10,241 bytes',
    emulator: '413 The data content of this event exceeds the allowed maximum (10240 bytes).',
    soketi: '200 {"ok":true}',
    probe: async (server) => {
      const answer = await post(server, '/events', { name: 'e', channel: 'a', data: 'x'.repeat(10_241) })
      return answer.replace(/ See .*/s, '')
    },
  },
  {
    what: '`channels` that is no list',
    emulator: '400 channels must be a list of 1 to 100 channel names',
    soketi: 'no answer',
    probe: async (server) => {
      const body = { name: 'e', channels: 'text', data: 'd' }
      const error: unknown = await server
        .pusher({ timeout: 1_000 })
        .post({ path: '/events', body })
        .catch((reason: unknown) => reason)
      if (error instanceof PusherTimeoutError) return 'no answer'
      return error instanceof PusherRequestError ? `${error.status} ${error.body}` : String(error)
    },
  },
  {
    what: 'a `terminate_connections` without a body',
    emulator: '200 {}',
    soketi: '200 {"error":"The secret authentication failed","code":401}',
    probe: (server) => post(server, '/users/ada/terminate_connections'),
  },
  {
    what: 'an occupied channel in `/channels`',
    emulator: '200 {"channels":{"presence-a":{}}}',
    soketi: '200 {"channels":{"presence-a":{"subscription_count":1,"occupied":true}}}',
    probe: (server) => about(server, 'presence-a', (name) => `/channels?filter_by_prefix=${name}`),
  },
  {
    what: 'the same with `info=user_count`',
    emulator: '200 {"channels":{"presence-a":{"user_count":1}}}',
    soketi: '200 {"channels":{"presence-a":{"subscription_count":1,"occupied":true}}}',
    probe: (server) =>
      about(server, 'presence-a', (name) => `/channels?filter_by_prefix=${name}&info=user_count`),
  },
  {
    what: 'one channel, without `info`',
    emulator: '200 {"occupied":true}',
    soketi: '200 {"subscription_count":1,"occupied":true,"user_count":1}',
    probe: (server) => about(server, 'presence-a', (name) => `/channels/${name}`),
  },
  {
    what: '`info` that the protocol does not have',
    emulator: '400 The attribute "size" is not available; info knows user_count, subscription_count, cache',
    soketi: '200 {"subscription_count":0,"occupied":false}',
    probe: (server) => get(server, '/channels/nobody?info=size'),
  },
  {
    what: 'a parameter that `/users` does not have',
    emulator: '400 The following query string parameters are extraneous: info',
    soketi: '200 {"users":[]}',
    probe: (server) => get(server, '/channels/presence-nobody/users?info=user_count'),
  },
  {
    what: 'the users of a public channel',
    emulator: '400 Only a presence channel has users: its name starts with presence-',
    soketi: '200 {"error":"The channel must be a presence channel.","code":400}',
    probe: (server) => get(server, '/channels/public/users'),
  },
  {
    what: 'the name of a channel percent-encoded in a path',
    emulator: '200 {"users":[{"id":"7"}]}',
    soketi: '200 {"users":[]}',
    probe: (server) => about(server, 'presence-a@b', (name) => `/channels/${name.replace('@', '%40')}/users`),
  },
  {
    what: 'a numeric `user_id` in `/users`',
    emulator: '200 {"users":[{"id":"7"}]}',
    soketi: '200 {"users":[{"id":7}]}',
    probe: async (server) => {
      const channel = unique('presence-numeric')
      const socket = rawSocket(server)
      await socket.next()
      await socket.subscribe(channel, { data: '{"user_id":7,"user_info":{}}' })
      return get(server, `/channels/${channel}/users`)
    },
  },
  {
    what: 'the header `Connection` of an answer',
    emulator: 'keep-alive',
    soketi: 'close',
    probe: async (server) =>
      (await server.pusher().get({ path: '/channels' })).headers.get('connection') ?? '',
  },
  {
    what: '`activity_timeout`, in seconds',
    emulator: '120',
    soketi: '30',
    probe: async (server) => {
      const { data } = await rawSocket(server).next()
      return String(JSON.parse(String(data)).activity_timeout)
    },
  },
  {
    what: 'a wrong signature for a private channel',
    emulator: 'pusher:error 4009',
    soketi: 'pusher:subscription_error',
    probe: async (server) => {
      const socket = rawSocket(server)
      await socket.next()
      return code(await socket.subscribe(unique('private-a'), { secret: 'no' }))
    },
  },
  {
    what: 'a client event on a public channel',
    emulator: 'pusher:error 4301',
    soketi: 'delivered',
    probe: async (server) => {
      const [sender, receiver] = [rawSocket(server), rawSocket(server)]
      await Promise.all([sender.next(), receiver.next()])
      const channel = unique('public')
      await Promise.all([sender.subscribe(channel), receiver.subscribe(channel)])
      sender.send({ event: 'client-typing', channel, data: {} })
      return Promise.race([nextButCounts(sender).then(code), nextButCounts(receiver).then(() => 'delivered')])
    },
  },
  {
    what: 'what a subscriber is told of the number of subscribers',
    emulator: 'pusher_internal:subscription_count',
    soketi: 'nothing',
    probe: async (server) => {
      const socket = rawSocket(server)
      await socket.next()
      await socket.subscribe(unique('public'))
      socket.send({ event: 'pusher:ping', data: {} })
      const { event } = await socket.next()
      return event === 'pusher:pong' ? 'nothing' : event
    },
  },
]
