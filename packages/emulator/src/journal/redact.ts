/** An HMAC-SHA256 in hex, as every signature of the protocol is. */
const SIGNATURE = /\b[0-9a-f]{64}\b/gi

/** Takes the signatures out of a sentence: hosted Pusher's own words show the one that was sent. */
export const redact = (sentence: string): string => sentence.replaceAll(SIGNATURE, '[signature]')
