import { Pusher } from '@pusherkit/core'
import {
  createChannelAuthHandler,
  createQueryHandler,
  createUserAuthHandler,
  createWebhookHandler,
  DEFAULT_PATHS,
  type Handler,
} from '@pusherkit/core/handlers'
import type { Scene } from './scenes.ts'

/** A handler and where it is mounted. */
export interface Mount<Context> {
  readonly path: string
  readonly handler: Handler<Context>
}

/** The handlers of all scenes, for hosts that have no routes of their own. */
export const createMounts = <Context>(scenes: readonly Scene<Context>[]): readonly Mount<Context>[] =>
  scenes.flatMap((scene) => {
    const pusher = new Pusher(scene.client)
    const handlers = {
      auth: createChannelAuthHandler(pusher, scene.auth),
      userAuth: createUserAuthHandler(pusher, scene.userAuth),
      webhooks: createWebhookHandler(pusher, scene.webhooks),
      query: createQueryHandler(pusher, scene.query),
    }
    return Object.entries(handlers).map(([name, handler]) => ({
      path: scene.prefix + DEFAULT_PATHS[name as keyof typeof DEFAULT_PATHS],
      handler,
    }))
  })

/** The mount that a path belongs to. */
export function findMount<Context>(mounts: readonly Mount<Context>[], path: string): Mount<Context> {
  const mount = mounts.find((each) => path === each.path || path.startsWith(`${each.path}/`))
  if (mount === undefined) throw new Error(`Nothing is mounted at ${path}`)
  return mount
}
