/** Watches one connection for silence. */
export interface Heartbeat {
  /** Something arrived: whatever it was, the other end is alive. */
  readonly beat: () => void
  /** Stops watching. */
  readonly stop: () => void
}

/** How long to wait, in ms, and what to do then. */
export interface HeartbeatPlan {
  readonly activityTimeout: number
  readonly pongTimeout: number
  /** Called after `activityTimeout` without a sign of life. */
  readonly ping: () => void
  /** Called after `pongTimeout` more. */
  readonly giveUp: () => void
}

/** Starts watching a connection that has just shown a sign of life. */
export function startHeartbeat({ activityTimeout, pongTimeout, ping, giveUp }: HeartbeatPlan): Heartbeat {
  const awaitPong = (): void => {
    timer = setTimeout(giveUp, pongTimeout)
    ping()
  }
  let timer = setTimeout(awaitPong, activityTimeout)
  const stop = (): void => clearTimeout(timer)
  const beat = (): void => {
    stop()
    timer = setTimeout(awaitPong, activityTimeout)
  }
  return { beat, stop }
}
