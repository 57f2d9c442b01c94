import type { Explain } from '../to-query-error.ts'

const MAX_SHOWN = 300

const ADVICE: Readonly<Record<number, string>> = {
  401: 'Check appId, key and secret, and that the clock of this machine is right to 10 minutes.',
  403: 'The app is disabled or over its quota.',
  404: 'Check appId and cluster (or host): this server does not know the app or the resource.',
  429: 'Too many requests: send fewer.',
}

/** What the HTTP API means: a plain sentence, which on a 401 repeats the signature. That is removed. */
export const explainApi: Explain = (status, body) => {
  const sentence = typeof body === 'string' && !body.startsWith('<') ? body.trim() : ''
  const said = sentence.replace(/[0-9a-f]{64}/gi, '[signature removed]').slice(0, MAX_SHOWN)
  return { message: [said, ADVICE[status]].filter(Boolean).join('\n') || 'no reason was given' }
}
