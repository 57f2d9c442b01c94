import type { QueryResult } from './ask.ts'
import type { ChannelQuery } from './channel-query.ts'

/**
 * Keeps of an answer what was asked for and may be seen. Some servers tell more than they were asked: soketi always gives
 * `subscription_count`.
 */
export function show(
  query: ChannelQuery,
  result: QueryResult,
  shows: (channel: string) => boolean,
): QueryResult {
  if (query.resource === 'users') return { users: (result.users ?? []).map(({ id }) => ({ id })) }
  if (query.resource === 'channel') return pick(result, ['occupied', ...query.info])
  const channels = Object.entries(result.channels ?? {})
    .filter(([channel]) => shows(channel))
    .map(([channel, attributes]) => [channel, pick(attributes, query.info)] as const)
  return { channels: Object.fromEntries(channels) }
}

const pick = (from: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
