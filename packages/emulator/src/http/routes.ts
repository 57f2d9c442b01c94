import { quote } from '../quote.ts'
import { ApiError, badRequest } from './api-error.ts'
import { postBatchEvents } from './batch-events.ts'
import { getChannel } from './channel.ts'
import { getChannels } from './channels.ts'
import type { Endpoint } from './endpoint.ts'
import { postEvents } from './events.ts'
import { postTerminateConnections } from './terminate-connections.ts'
import { getUsers } from './users.ts'

/** One endpoint of the API: where it is, and which query parameters it knows. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  readonly parameters: readonly string[]
  readonly endpoint: Endpoint
}

/** A request that an endpoint exists for. */
export interface RouteMatch {
  readonly route: Route
  /** Decoded, like `subject`. */
  readonly appId: string
  readonly subject: string
}

const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/apps\/([^/]+)\/events$/,
    parameters: ['name', 'data', 'channel', 'channels', 'socket_id', 'info'],
    endpoint: postEvents,
  },
  { method: 'POST', path: /^\/apps\/([^/]+)\/batch_events$/, parameters: [], endpoint: postBatchEvents },
  {
    method: 'GET',
    path: /^\/apps\/([^/]+)\/channels$/,
    parameters: ['filter_by_prefix', 'info'],
    endpoint: getChannels,
  },
  { method: 'GET', path: /^\/apps\/([^/]+)\/channels\/([^/]+)$/, parameters: ['info'], endpoint: getChannel },
  { method: 'GET', path: /^\/apps\/([^/]+)\/channels\/([^/]+)\/users$/, parameters: [], endpoint: getUsers },
  {
    method: 'POST',
    path: /^\/apps\/([^/]+)\/users\/([^/]+)\/terminate_connections$/,
    parameters: [],
    endpoint: postTerminateConnections,
  },
]

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw badRequest(`The path is not valid percent-encoding: ${quote(segment)}`)
  }
}

/**
 * Finds the endpoint for a request. Segments are decoded after they are split: `%2F` never separates.
 *
 * @param path As it was sent, without the query.
 * @throws {ApiError} 404 when there is none for this method and path.
 */
export function matchRoute(method: string, path: string): RouteMatch {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null
    if (!match) continue
    const [, appId = '', subject = ''] = match
    return { route, appId: decode(appId), subject: decode(subject) }
  }
  throw new ApiError(404, `Not found: ${method} ${quote(path)}`)
}
