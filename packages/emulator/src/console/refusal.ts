import type { IncomingHttpHeaders } from 'node:http'
import { quote } from '../quote.ts'
import { isLoopback } from './loopback.ts'

/** The host of an origin such as `http://127.0.0.1:6001`, with its port; undefined for `null` and the like. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined

/** The name in a Host header, without port and brackets. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

/**
 * Tells why a WebSocket must not become a console. Every website that somebody visits can open one to their own
 * machine, and read it: only the Origin header, which browsers set and pages cannot, tells them apart. A website whose
 * name suddenly means 127.0.0.1 (DNS rebinding) is given away by the Host header.
 *
 * @param hasToken Whether the console asks for a token: no stranger's page knows it, whatever the host is called.
 * @returns Undefined when nothing speaks against it. Programs that are no browsers send no Origin.
 */
export function refusal({ host, origin }: IncomingHttpHeaders, hasToken: boolean): string | undefined {
  if (!host) return 'Refused: the request has no Host header'
  if (!hasToken && !isLoopback(nameOf(host))) {
    return `Refused: ${quote(nameOf(host))} is no loopback name; open the console at 127.0.0.1, or set a console token`
  }
  if (origin !== undefined && hostOf(origin) !== host.toLowerCase()) {
    return `Refused: a page of ${quote(origin)} must not read the console of ${quote(host)}`
  }
  return undefined
}
