import {
  type CallOptions,
  type ChannelAttribute,
  type ChannelListAttribute,
  hasChannelCharacters,
  isPresenceChannel,
  LIMITS,
} from '@pusherkit/core/contract'
import { CALL_KEYS, pickCallOptions } from './call-options.ts'
import { assertKeys, invalid } from './invalid.ts'
import { type Read, readChannel, readChannels, readUsers } from './read.ts'

/** What to ask, before anybody knows where and on whose behalf. */
export interface Question {
  /** Below the query route, or below the app: `/channels/my-channel`. Every character of a name is legal in a path. */
  readonly path: string
  readonly query: ReadonlyMap<string, string>
  /** Checks the shape of an answer. */
  readonly read: Read
  readonly call: CallOptions
}

const LIST_ATTRIBUTES: readonly ChannelListAttribute[] = ['user_count']
const ATTRIBUTES: readonly ChannelAttribute[] = ['user_count', 'subscription_count', 'cache']

/** @throws PusherQueryError `ERR_PUSHER_INVALID_PARAMS` */
export function channelsQuestion(options: unknown = {}): Question {
  assertKeys(options, ['prefix', 'info', ...CALL_KEYS])
  const query = new Map<string, string>()
  const { prefix } = options
  if (prefix !== undefined) {
    if (typeof prefix !== 'string')
      invalid('ERR_PUSHER_INVALID_PARAMS', 'options.prefix', prefix, 'a prefix is a string')
    query.set('filter_by_prefix', prefix.toWellFormed())
  }
  addInfo(query, options.info, LIST_ATTRIBUTES)
  return { path: '/channels', query, read: readChannels, call: pickCallOptions(options) }
}

/** @throws PusherQueryError `ERR_PUSHER_INVALID_CHANNEL`, `ERR_PUSHER_INVALID_PARAMS` */
export function channelQuestion(name: unknown, options: unknown = {}): Question {
  assertChannel(name)
  assertKeys(options, ['info', ...CALL_KEYS])
  const query = new Map<string, string>()
  addInfo(query, options.info, ATTRIBUTES)
  return { path: `/channels/${name}`, query, read: readChannel, call: pickCallOptions(options) }
}

/** @throws PusherQueryError `ERR_PUSHER_INVALID_CHANNEL`, `ERR_PUSHER_INVALID_PARAMS` */
export function usersQuestion(name: unknown, options: unknown = {}): Question {
  assertChannel(name)
  if (!isPresenceChannel(name)) {
    const rule = 'only presence channels have users: their names start with "presence-"'
    invalid('ERR_PUSHER_INVALID_CHANNEL', 'name', name, rule)
  }
  assertKeys(options, CALL_KEYS)
  return {
    path: `/channels/${name}/users`,
    query: new Map(),
    read: readUsers,
    call: pickCallOptions(options),
  }
}

function assertChannel(name: unknown): asserts name is string {
  const code = 'ERR_PUSHER_INVALID_CHANNEL'
  if (typeof name !== 'string' || !hasChannelCharacters(name)) {
    invalid(code, 'name', name, 'a channel name holds A-Z a-z 0-9 _ - = @ , . ; and nothing else')
  }
  if (name.length > LIMITS.channelNameLength) {
    invalid(code, 'name', name, `at most ${LIMITS.channelNameLength} characters are allowed`)
  }
  // What is between us and the server would resolve these, and so ask another question.
  if (name === '.' || name === '..') invalid(code, 'name', name, 'it means another folder in a path')
}

function addInfo(query: Map<string, string>, info: unknown, known: readonly string[]): void {
  if (info === undefined) return
  const names: readonly unknown[] = Array.isArray(info) ? info : [info]
  for (const name of names) {
    if (typeof name !== 'string' || !known.includes(name)) {
      const rule = `the attributes to ask for here are ${known.join(', ')}`
      invalid('ERR_PUSHER_INVALID_PARAMS', 'options.info', name, rule)
    }
  }
  if (names.length > 0) query.set('info', names.join(','))
}
