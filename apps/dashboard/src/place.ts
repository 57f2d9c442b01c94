const CHANNEL = '#/channels/'

/** The address of a channel's page, within this one. */
export const placeOf = (channel: string): string => CHANNEL + encodeURIComponent(channel)

/** Which channel an address is of. Undefined for all of them, and for what is no address of this page. */
export function channelAt(hash: string): string | undefined {
  if (!hash.startsWith(CHANNEL)) return undefined
  try {
    return decodeURIComponent(hash.slice(CHANNEL.length)) || undefined
  } catch {
    // Somebody typed half an escape.
    return undefined
  }
}
