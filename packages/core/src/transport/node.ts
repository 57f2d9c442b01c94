import type { Agent } from 'node:http'
import type { TransportSettings } from '../config/transport-options.ts'
import { endOfTurn } from './node/end-of-turn.ts'
import { exchange } from './node/exchange.ts'
import { createLimiter } from './node/limiter.ts'
import { toNodeTransportConfig } from './node/options.ts'
import { ProxyError } from './node/proxy-error.ts'
import { loadRoute, MAX_SOCKETS, type Route } from './node/route.ts'
import type { RawResponse, Transport } from './transport.ts'

/**
 * The default transport on Node: `node:https` with at most 64 connections, which are kept alive and shared. The
 * module is loaded with the first request, because loading it takes longer than everything else here together.
 *
 * A request goes at once, unless others are under way: those of one turn of the event loop then go together, when it ends.
 *
 * A request whose kept-alive connection turns out to be closed is sent again on a new one (see
 * `node/stale-connection.ts`). Nothing else is sent twice.
 *
 * Through a proxy, an https API is reached by a tunnel, so that the proxy cannot read what is sent. The proxy may speak
 * https itself; `tls.ca` then holds for its certificate too. An agent of the caller is used as it is: the limit and
 * the idle time are its own.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`
 */
export function createTransport(settings: TransportSettings = {}): Transport {
  const config = toNodeTransportConfig(settings)
  const acquire = createLimiter(config.agent ? Number.POSITIVE_INFINITY : MAX_SOCKETS)
  const routes = new Map<string, Route | Promise<Route>>()
  const routeOf = (origin: string): Route | Promise<Route> => {
    const known = routes.get(origin)
    if (known) return known
    const loading = loadRoute(origin, config)
    routes.set(origin, loading)
    loading.then(
      (route) => routes.set(origin, route),
      () => routes.delete(origin),
    )
    return loading
  }

  let underWay = 0

  return async (request, { signal }) => {
    const known = routeOf(request.origin)
    const route = known instanceof Promise ? await known : known
    const release = await acquire(signal)
    underWay++
    let closed: Promise<void> | undefined
    const attempt = (agent: Agent) => {
      const started = exchange(route, agent, request, signal)
      closed = started.closed
      return started
    }
    try {
      if (underWay > 1) await endOfTurn()
      const first = attempt(route.pooled)
      const answer = first.answer.catch((error) => {
        if (signal.aborted || !first.isStale(error)) throw error
        return attempt(route.fresh).answer
      })
      return notFromProxy(await answer, route)
    } finally {
      underWay--
      // Not before: the next request would find its connection still taken.
      if (closed) void closed.then(release)
      else release()
    }
  }
}

/** Only a proxy asks for a proxy's password. */
function notFromProxy(answer: RawResponse, { forwarder }: Route): RawResponse {
  if (forwarder && answer.status === 407) throw ProxyError.refused(forwarder, 407)
  return answer
}
