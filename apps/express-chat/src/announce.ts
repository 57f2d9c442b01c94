import type { Request } from 'express'

/** Where pages hear that rooms or the host changed. Every page then asks `GET /state` what it may see of it. */
export const NEWS = 'private-news'

/** Tells all pages, the sender's too, to look again. */
export async function announce(req: Request): Promise<void> {
  await req.pusher.trigger(NEWS, 'changed', {})
}
