/**
 * The name to ask for in a TLS handshake: a host name, and nothing for an IP address (RFC 6066 §3).
 *
 * @param hostname From a URL, which writes every IPv4 address as four decimal numbers; without brackets.
 */
export const toServerName = (hostname: string): string => (/:|^[\d.]+$/.test(hostname) ? '' : hostname)
