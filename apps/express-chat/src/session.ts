import cookieSession from 'cookie-session'
import type { Request, RequestHandler } from 'express'
import { Refusal } from './refusal.ts'
import type { User, Users } from './users.ts'

const DAY = 24 * 60 * 60 * 1_000

/**
 * The session: a signed cookie that says who this browser is, and nothing else. Scripts cannot read it (`httpOnly`), and
 * other web sites cannot make a browser post with it (`sameSite`). Behind TLS add `secure: true`.
 */
export const session = (secret: string): RequestHandler =>
  cookieSession({ name: 'chat', keys: [secret], maxAge: DAY, httpOnly: true, sameSite: 'lax' })

/** Who sent the request, if they are signed in. */
export const currentUser = (req: Request, users: Users): User | undefined => users.find(req.session?.id)

/** @throws Refusal 401 for everybody else. */
export function requireUser(req: Request, users: Users): User {
  const user = currentUser(req, users)
  if (!user) throw new Refusal(401, 'Sign in first.')
  return user
}

/** The name that this browser had last. Not forgotten when its user is removed, who shall not come back at once. */
export const lastName = (req: Request): string | undefined => req.session?.name
