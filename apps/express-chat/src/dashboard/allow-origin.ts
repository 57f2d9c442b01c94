import type { RequestHandler } from 'express'

/** How long a browser remembers that it may ask, in seconds. Chromium allows no more. */
const MAX_AGE = 7_200

/** CORS for one other origin: pages of every other one are answered, but cannot read it. Cookies are not part of it. */
export const allowOrigin =
  (origin: string | undefined): RequestHandler =>
  (req, res, next) => {
    res.vary('Origin')
    if (origin === undefined || req.get('origin') !== origin) {
      next()
      return
    }
    res.set({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' })
    if (req.method !== 'OPTIONS') {
      next()
      return
    }
    res.set({
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type',
      'access-control-max-age': String(MAX_AGE),
    })
    res.sendStatus(204)
  }
