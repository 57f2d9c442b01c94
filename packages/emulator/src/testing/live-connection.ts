import type { App } from '../apps/app.ts'

/** A client that is connected. */
export interface LiveConnection {
  readonly appId: string
  readonly socketId: string
  /** Who it signed in as. Undefined when it did not. */
  readonly userId: string | undefined
  /** The channels it is subscribed to, in the order in which it entered them. */
  readonly channels: readonly string[]
}

/** Who is connected, app by app, in the order in which they came. */
export const liveConnections = (apps: readonly App[]): readonly LiveConnection[] =>
  apps.flatMap(({ appId, connections }) =>
    [...connections].map(({ socketId, user, subscriptions }) => ({
      appId,
      socketId,
      userId: user?.id,
      channels: [...subscriptions],
    })),
  )
