import type { Explain } from './to-query-error.ts'

const MAX_SHOWN = 300

const ADVICE: Readonly<Record<number, string>> = {
  401: 'the server does not know who is asking. Are cookies or the token sent?',
  403: 'the server does not allow it',
  404: 'is baseUrl where the query route is mounted?',
  429: 'too many questions: ask less often',
}

/** What the query route means: `{ code, message }`, which it writes to be shown. Anything else is kept to itself. */
export const explainRoute: Explain = (status, body) => {
  if (typeof body === 'object' && body !== null && 'code' in body && 'message' in body) {
    const { code, message } = body
    if (typeof code === 'string' && typeof message === 'string' && /^ERR_PUSHER_[A-Z_]+$/.test(code)) {
      return { code, message: message.slice(0, MAX_SHOWN) }
    }
  }
  return { message: ADVICE[status] ?? 'no reason was given' }
}
