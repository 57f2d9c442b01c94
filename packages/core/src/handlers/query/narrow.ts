import { display } from '../../error/display.ts'
import { refuse } from '../refused.ts'
import type { ChannelQuery } from './channel-query.ts'
import type { Narrowing } from './narrowing.ts'

/** What may be asked of the server, and which channels of a list may be shown. */
export interface NarrowedQuery {
  /** Undefined when nothing of the list may be seen, so that nobody needs to be asked. */
  readonly query: ChannelQuery | undefined
  readonly shows: (channel: string) => boolean
}

/**
 * Limits a question to what a client may know.
 *
 * A list is asked for once, by the longest prefix that everything allowed has in common, and then filtered: the number
 * of requests does not grow with the number of prefixes.
 *
 * @throws Refused `ERR_PUSHER_FORBIDDEN` for another channel or another attribute, `ERR_PUSHER_INVALID_PARAMS`
 */
export function narrow(query: ChannelQuery, { prefixes, channels, info }: Narrowing): NarrowedQuery {
  const refused = query.info.find((attribute) => info !== undefined && !info.includes(attribute))
  if (refused !== undefined) refuse('ERR_PUSHER_FORBIDDEN', `Asking for ${refused} is not allowed`)
  const isOpen = prefixes === undefined && channels === undefined
  const shows = (channel: string): boolean =>
    isOpen ||
    channels?.includes(channel) === true ||
    prefixes?.some((prefix) => channel.startsWith(prefix)) === true
  if (query.resource !== 'channels') {
    if (!shows(query.channel)) {
      refuse('ERR_PUSHER_FORBIDDEN', `Asking about ${display(query.channel)} is not allowed`)
    }
    return { query, shows }
  }
  const starts = isOpen ? [query.prefix] : startsWithin(query.prefix, prefixes ?? [], channels ?? [])
  if (starts.length === 0) return { query: undefined, shows }
  const prefix = starts.reduce(commonStart)
  if (query.info.length > 0 && !prefix.startsWith('presence-')) {
    const rule = 'which only presence channels have: filter_by_prefix has to start with "presence-"'
    refuse('ERR_PUSHER_INVALID_PARAMS', `info is ${display(query.info.join(','))}, ${rule}`)
  }
  return { query: { ...query, prefix }, shows }
}

/** How the channels start that are asked for and allowed. */
const startsWithin = (asked: string, prefixes: readonly string[], channels: readonly string[]): string[] => [
  ...prefixes.filter((prefix) => prefix.startsWith(asked)),
  ...prefixes.filter((prefix) => asked.startsWith(prefix)).map(() => asked),
  ...channels.filter((channel) => channel.startsWith(asked)),
]

function commonStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}
