/** Headers that say how an answer is sent, not what it is: each HTTP server has its own, and handlers set none of them. */
const OF_THE_SERVER = [
  // When, and whether the connection stays.
  'date',
  'connection',
  'keep-alive',
  // Where the body ends: HTTP servers know it, and a Fetch response has neither.
  'content-length',
  'transfer-encoding',
  // Express says what it is.
  'x-powered-by',
]

/** The headers that handlers decide on. */
export const withoutServerHeaders = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !OF_THE_SERVER.includes(name)))
