import type { ChannelAttribute, ChannelListAttribute } from '../../contract/channel-queries.ts'
import { LIMITS } from '../../contract/limits.ts'
import { isChannelName } from '../../contract/names.ts'
import { display } from '../../error/display.ts'
import { assertChannel } from '../../validate/channel.ts'
import { invalid } from '../../validate/invalid.ts'
import type { HandlerRequest } from '../handler.ts'
import { refuse } from '../refused.ts'
import type { ChannelQuery } from './channel-query.ts'

const PATH = /^\/channels(?:\/([^/]+)(\/users)?)?$/
const LIST_ATTRIBUTES: readonly ChannelListAttribute[] = ['user_count']
const ATTRIBUTES: readonly ChannelAttribute[] = ['user_count', 'subscription_count', 'cache']
const CODE = 'ERR_PUSHER_INVALID_PARAMS'

/**
 * Reads a question from its path and parameters, which are those of the HTTP API.
 *
 * @throws Refused `ERR_PUSHER_NOT_FOUND`, `ERR_PUSHER_INVALID_PARAMS`
 * @throws PusherValidationError `ERR_PUSHER_INVALID_CHANNEL`, `ERR_PUSHER_INVALID_PARAMS`
 */
export function toChannelQuery({ path, query }: HandlerRequest): ChannelQuery {
  const match = PATH.exec(path)
  if (match === null) {
    const paths = '/channels, /channels/{name} and /channels/{name}/users'
    refuse('ERR_PUSHER_NOT_FOUND', `There is nothing at ${display(path)}: the questions are ${paths}`)
  }
  const [, name, users] = match
  if (name === undefined) {
    assertParameters(query, ['filter_by_prefix', 'info'])
    return {
      resource: 'channels',
      prefix: toPrefix(query.filter_by_prefix),
      info: toInfo(query.info, LIST_ATTRIBUTES),
    }
  }
  const channel = decode(name)
  assertChannel(channel, LIMITS.channelNameLength, 'name')
  if (users !== undefined) {
    assertParameters(query, [])
    return { resource: 'users', channel, info: [] }
  }
  assertParameters(query, ['info'])
  return { resource: 'channel', channel, info: toInfo(query.info, ATTRIBUTES) }
}

/** What is ignored silently is thought to work, so other parameters are refused, as by the HTTP API itself. */
function assertParameters(query: HandlerRequest['query'], known: readonly string[]): void {
  const extra = Object.keys(query).find((name) => query[name] !== undefined && !known.includes(name))
  if (extra === undefined) return
  refuse(CODE, `${display(extra)} is not a parameter here: there are ${known.join(' and ') || 'none'}`)
}

function toPrefix(prefix = ''): string {
  if (prefix === '' || isChannelName(prefix)) return prefix
  const rule = `it is the start of a channel name, at most ${LIMITS.channelNameLength} characters`
  return invalid(CODE, 'filter_by_prefix', prefix, rule)
}

/** Each attribute once and in order, so that equal questions look alike. */
function toInfo<Attribute extends string>(info = '', known: readonly Attribute[]): readonly Attribute[] {
  const names = info === '' ? [] : info.split(',')
  const unknown = names.find((name) => !known.some((attribute) => attribute === name))
  if (unknown !== undefined)
    invalid(CODE, 'info', unknown, `the attributes to ask for here are ${known.join(', ')}`)
  return known.filter((attribute) => names.includes(attribute))
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return refuse('ERR_PUSHER_INVALID_CHANNEL', `name is ${display(name)}, which is not escaped as a URL is`)
  }
}
