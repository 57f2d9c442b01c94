/**
 * The codes that a `pusher:error` or a close may carry. 4000 to 4099: do not reconnect unchanged; 4100 to 4199:
 * reconnect after a second or more; 4200 to 4299: reconnect at once; 4300 to 4399: anything else.
 *
 * Source: Channels WebSocket protocol, "Error codes".
 */
export const ERROR_CODES = {
  appDoesNotExist: 4001,
  appDisabled: 4003,
  overConnectionQuota: 4004,
  pathNotFound: 4005,
  invalidVersion: 4006,
  unsupportedVersion: 4007,
  noVersion: 4008,
  unauthorized: 4009,
  overCapacity: 4100,
  pongNotReceived: 4201,
  clientEventRejected: 4301,
  watchlistLimitExceeded: 4302,
} as const

/** One of the protocol's codes. */
export type ErrorCode = (typeof ERROR_CODES)[keyof typeof ERROR_CODES]
