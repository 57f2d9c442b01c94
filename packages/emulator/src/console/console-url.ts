import { type Address, toAuthority } from '../server/authority.ts'

/** Addresses to listen on that mean every address of this machine, and none to open. */
const EVERYWHERE = ['0.0.0.0', '::']

/**
 * Where to open the console. The token is in the fragment, which browsers keep to themselves: it is in no log of
 * requests.
 */
export function toConsoleUrl({ host, port }: Address, token: string | undefined): string {
  const authority = toAuthority({ host: EVERYWHERE.includes(host) ? '127.0.0.1' : host, port })
  return `http://${authority}/${token === undefined ? '' : `#token=${token}`}`
}
