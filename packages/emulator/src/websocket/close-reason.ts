/** The longest reason that fits a close frame, in bytes. Source: RFC 6455, section 5.5. */
const REASON_BYTES = 123

/** Makes a sentence fit: plain ASCII, one byte a character, so that the cut cannot fall inside one. */
export const toReason = (message: string): string => message.replaceAll(/[^ -~]/g, '?').slice(0, REASON_BYTES)
