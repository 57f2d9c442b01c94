/** Where a server listens. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** A host as it is written in a URL: an IPv6 address in brackets. */
export const toUrlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** Host and port as they are written in a URL. */
export const toAuthority = ({ host, port }: Address): string => `${toUrlHost(host)}:${port}`
