/** Who and what takes part: the clients, the channels, and what can be done. */

/** Who the clients are. Two of them are one user; the last one only comes when everything is over. */
export const USERS = ['ada', 'ada', 'bob', 'eve', 'zoe'] as const
/** The client that comes last. */
export const LAST = 4
export const WATCHLISTS = [['bob', 'eve'], ['ada'], ['ada', 'bob'], [], []] as const
export const CHANNELS = [
  'news',
  'cache-news',
  'private-room',
  'private-encrypted-cache-room',
  'presence-room',
  'presence-cache-room',
] as const
export const CLIENT_EVENTS_PER_SECOND = 1

export const isPresence = (channel: string): boolean => channel.startsWith('presence-')
export const isCache = (channel: string): boolean => /^(?:presence-|private-encrypted-)?cache-/.test(channel)
export const isAuthorized = (channel: string): boolean => /^(?:private|presence)-/.test(channel)
export const userOf = (client: number): string => USERS[client] ?? ''

/** A command of one client, and of one client about a channel. */
type Of<Kind> = Kind extends string ? { readonly kind: Kind; readonly client: number } : never
type About<Kind> = Kind extends string ? Of<Kind> & { readonly channel: string } : never

export type Command =
  | Of<'connect' | 'disconnect' | 'signin'>
  | About<'subscribe' | 'unsubscribe' | 'whisper'>
  | { readonly kind: 'terminate'; readonly user: string }
  | { readonly kind: 'publish'; readonly channels: readonly string[]; readonly except: number }
  | { readonly kind: 'wait'; readonly ms: number }

/** A frame as a client hears it: data decoded, the text of an error left out. */
export interface Heard {
  readonly event: string
  readonly channel?: string
  readonly data?: unknown
  readonly user_id?: string
}

/** A webhook event. The `socket_id` of a client event is the number of the client. */
export interface Told {
  readonly name: string
  readonly channel: string
  readonly [field: string]: unknown
}
