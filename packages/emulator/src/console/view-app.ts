import { isPresenceChannel } from '@pusherkit/core/contract'
import type { App } from '../apps/app.ts'
import { type ChannelView, viewChannel } from './view-channel.ts'

/** One line of the list of connections. */
export interface ConnectionRow {
  readonly socketId: string
  /** The user it is signed in as. */
  readonly userId?: string | undefined
  /** The first of its channels. */
  readonly channels: readonly string[]
  readonly channelCount: number
}

/** One line of the list of channels. */
export interface ChannelRow {
  readonly name: string
  readonly subscriptions: number
  /** Users; on presence channels only. */
  readonly users?: number | undefined
}

/** Who is connected to an app, and to which channels: as much of it as fits a page. */
export interface AppView {
  /** All there are. */
  readonly connectionCount: number
  /** The newest first. */
  readonly connections: readonly ConnectionRow[]
  /** All there are. */
  readonly channelCount: number
  /** By name. */
  readonly channels: readonly ChannelRow[]
  /** The channel that was asked for. */
  readonly channel?: ChannelView | undefined
}

/** How many lines of a list a console gets. More than anybody reads; the rest is counted. */
const ROWS = 200
const CHANNELS_OF_CONNECTION = 20

const byName = (a: ChannelRow, b: ChannelRow): number => (a.name < b.name ? -1 : 1)

/**
 * Looks at an app.
 *
 * @param channel The channel to show in detail.
 */
export function viewApp(app: App, channel: string | undefined): AppView {
  const occupied = app.channels.occupied('')
  return {
    connectionCount: app.connections.size,
    connections: [...app.connections]
      .slice(-ROWS)
      .reverse()
      .map(({ socketId, user, subscriptions }) => ({
        socketId,
        userId: user?.id,
        channels: [...subscriptions].slice(0, CHANNELS_OF_CONNECTION),
        channelCount: subscriptions.size,
      })),
    channelCount: occupied.length,
    channels: occupied
      .map(({ name, subscriptionCount: subscriptions }) => ({ name, subscriptions }))
      .sort(byName)
      .slice(0, ROWS)
      .map((row) => (isPresenceChannel(row.name) ? { ...row, users: countUsers(app, row.name) } : row)),
    channel: channel === undefined ? undefined : viewChannel(app, channel),
  }
}

const countUsers = (app: App, channel: string): number | undefined => app.channels.find(channel)?.members.size
