import type { ChannelAttribute, ChannelListAttribute } from '../contract/channel-queries.ts'
import type { Query } from '../signing/string-to-sign.ts'
import { CALL_KEYS } from '../validate/call-options.ts'
import { assertChannel } from '../validate/channel.ts'
import { invalid } from '../validate/invalid.ts'
import { assertObject, toInfo } from '../validate/params.ts'
import { assertPathSegment } from '../validate/path-segment.ts'
import type { RequestSpec } from './request-spec.ts'

const LIST_ATTRIBUTES: readonly ChannelListAttribute[] = ['user_count']
const ATTRIBUTES: readonly ChannelAttribute[] = ['user_count', 'subscription_count', 'cache']

/** `GET /channels`: the occupied channels. */
export function channelsRequest(options: unknown): RequestSpec {
  assertObject(options, ['prefix', 'info', ...CALL_KEYS], 'options')
  const query = new Map<string, string>()
  const { prefix } = options
  if (prefix != null) {
    if (typeof prefix !== 'string')
      invalid('ERR_PUSHER_INVALID_PARAMS', 'options.prefix', prefix, 'a prefix is a string')
    query.set('filter_by_prefix', prefix.toWellFormed())
  }
  addInfo(query, options.info, LIST_ATTRIBUTES)
  return get('/channels', query)
}

/** `GET /channels/{name}`: the state of one channel. */
export function channelRequest(name: unknown, options: unknown, maxChannelLength: number): RequestSpec {
  assertChannel(name, maxChannelLength, 'name')
  assertPathSegment(name, 'ERR_PUSHER_INVALID_CHANNEL', 'name')
  assertObject(options, ['info', ...CALL_KEYS], 'options')
  const query = new Map<string, string>()
  addInfo(query, options.info, ATTRIBUTES)
  return get(channelPath(name), query)
}

/** `GET /channels/{name}/users`: the members of a presence channel. */
export function usersRequest(name: unknown, maxChannelLength: number): RequestSpec {
  assertChannel(name, maxChannelLength, 'name')
  if (!name.startsWith('presence-')) {
    invalid(
      'ERR_PUSHER_INVALID_CHANNEL',
      'name',
      name,
      'only presence channels have users: their names start with "presence-"',
    )
  }
  return get(`${channelPath(name)}/users`, new Map())
}

/**
 * Every character of a channel name is legal in a path, so names travel as they are. Some servers do not decode
 * paths: an escaped name would be another, empty channel there.
 */
const channelPath = (name: string): string => `/channels/${name}`

const get = (path: string, query: Query): RequestSpec => ({ method: 'GET', path, query, body: undefined })

function addInfo(query: Map<string, string>, info: unknown, known: readonly string[]): void {
  if (info != null && !(Array.isArray(info) && info.length === 0)) {
    query.set('info', toInfo(info, 'options.info', known))
  }
}
