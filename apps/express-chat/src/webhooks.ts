import type { WebhookEvent } from '@pusherkit/core'
import type { PusherWebhooksOptions } from '@pusherkit/express'
import type { Request } from 'express'
import { announce } from './announce.ts'
import { describeWebhook } from './describe-webhook.ts'
import { LOBBY } from './rooms.ts'
import type { State } from './state.ts'

/** Where pages get the webhook log live. */
export const WEBHOOKS = 'private-webhooks'

/** What Pusher tells: it goes into the log, and the members of the lobby are those who are there. */
export function webhooks({ users, log }: State): PusherWebhooksOptions {
  const names = new Map<string, string>()
  const nameOf = (id: string) => {
    const name = users.find(id)?.name ?? names.get(id) ?? 'Somebody'
    names.set(id, name)
    return name
  }
  async function show(event: WebhookEvent, req: Request): Promise<void> {
    await req.pusher.trigger(WEBHOOKS, 'webhook', log.add(event.name, describeWebhook(event, nameOf)))
  }
  async function setAway(userId: string, away: boolean, req: Request): Promise<void> {
    const before = users.host
    users.setAway(userId, away)
    if (users.host !== before) await announce(req)
  }
  return {
    on: {
      async member_added(event, req) {
        if (event.channel === LOBBY) await setAway(event.user_id, false, req)
        await show(event, req)
      },
      async member_removed(event, req) {
        if (event.channel === LOBBY) await setAway(event.user_id, true, req)
        await show(event, req)
      },
      '*': show,
    },
  }
}
