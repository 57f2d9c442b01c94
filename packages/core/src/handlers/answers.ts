import type { HandlerResponse } from './handler.ts'

/** Every code that an answer may carry, and its HTTP status. The only place where the two are tied together. */
export const STATUSES = {
  /** A field or a parameter is missing, given twice, unknown or not text. */
  ERR_PUSHER_INVALID_PARAMS: 400,
  ERR_PUSHER_INVALID_SOCKET_ID: 400,
  ERR_PUSHER_INVALID_CHANNEL: 400,
  /** Several channels where one is allowed, or more than 100. */
  ERR_PUSHER_INVALID_BATCH: 400,
  /** The body ended early, could not be decoded, or is not what its content type says. */
  ERR_PUSHER_BODY: 400,
  /** A signed webhook whose content is none. */
  ERR_PUSHER_WEBHOOK: 400,
  ERR_PUSHER_WEBHOOK_SIGNATURE: 401,
  ERR_PUSHER_WEBHOOK_EXPIRED: 401,
  /** The user's hook said no. */
  ERR_PUSHER_FORBIDDEN: 403,
  ERR_PUSHER_NOT_FOUND: 404,
  ERR_PUSHER_METHOD: 405,
  ERR_PUSHER_BODY_TOO_LARGE: 413,
  /** A content type, charset or content encoding that is not read here. */
  ERR_PUSHER_CONTENT_TYPE: 415,
  /** A hook threw. */
  ERR_PUSHER_HOOK: 500,
  /** A hook returned something that cannot be used. */
  ERR_PUSHER_HOOK_RESULT: 500,
  /** An encrypted channel, and a client without the option `encryption`. */
  ERR_PUSHER_ENCRYPTION_REQUIRED: 500,
  /** A parser took the body of a webhook before it could be verified. */
  ERR_PUSHER_RAW_BODY: 500,
  ERR_PUSHER_INTERNAL: 500,
  /** The Channels server could not be reached, or failed. */
  ERR_PUSHER_UPSTREAM: 502,
} as const

/** The `code` of an answer that is not a success. */
export type AnswerCode = keyof typeof STATUSES

/** The codes of the answers that are nobody's fault but the server's. */
export type FailureCode = {
  [Code in AnswerCode]: (typeof STATUSES)[Code] extends 500 | 502 ? Code : never
}[AnswerCode]

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
  // Whoever got the answer of another user would have that user's rights.
  'cache-control': 'no-store',
}

/** 200 with a body of JSON. */
export const success = (content: unknown): HandlerResponse => ({
  status: 200,
  headers: HEADERS,
  body: JSON.stringify(content),
})

/** An answer that is not a success: `{ code, message }`. */
export const refusal = (
  code: AnswerCode,
  message: string,
  headers?: Readonly<Record<string, string>>,
): HandlerResponse => ({
  status: STATUSES[code],
  headers: { ...HEADERS, ...headers },
  body: JSON.stringify({ code, message }),
})
