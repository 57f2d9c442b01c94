/**
 * The signatures of the protocol, for people who write their own transport, proxy or server. {@link Pusher} does
 * all of this by itself.
 *
 * @module
 */
export { sha256, toBase64 } from '#digest'
export { fromBase64 } from '../encoding/base64.ts'
export type { RequestSpec } from '../request/request-spec.ts'
export { constantTimeEqual } from './constant-time-equal.ts'
export { type SignedRequest, signRequest } from './sign-request.ts'
export { channelAuth, userAuth } from './socket-auth.ts'
export { type Query, type QueryValue, stringToSign } from './string-to-sign.ts'
export { createToken, Token } from './token.ts'
export { type ReceivedRequest, type RequestVerdict, verifyRequest } from './verify-request.ts'
