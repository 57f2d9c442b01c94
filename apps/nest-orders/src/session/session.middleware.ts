import cookieSession from 'cookie-session'
import type { RequestHandler } from 'express'

const DAY = 24 * 60 * 60 * 1_000

/**
 * The session: a signed cookie that says who this browser is. Scripts cannot read it (`httpOnly`), and other web sites
 * cannot make a browser post with it (`sameSite`). Behind TLS add `secure: true`.
 */
export const session = (secret: string): RequestHandler =>
  cookieSession({ name: 'orders', keys: [secret], maxAge: DAY, httpOnly: true, sameSite: 'lax' })
