import type { Clock } from '../clock.ts'

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
  readonly schedule: Clock['schedule']
  /** Called after `activityTimeout` without a sign of life. */
  readonly ping: () => void
  /** Called after `pongTimeout` more. */
  readonly giveUp: () => void
}

/** Starts watching a connection that has just shown a sign of life. */
export function startHeartbeat(plan: HeartbeatPlan): Heartbeat {
  const { activityTimeout, pongTimeout, schedule, ping, giveUp } = plan
  const awaitPong = (): void => {
    stop = schedule(giveUp, pongTimeout)
    ping()
  }
  let stop = schedule(awaitPong, activityTimeout)
  const beat = (): void => {
    stop()
    stop = schedule(awaitPong, activityTimeout)
  }
  return { beat, stop: () => stop() }
}
