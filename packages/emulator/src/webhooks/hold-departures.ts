import type { Clock } from '../clock.ts'
import type { Happening } from '../feed/happening.ts'

/** Holds departures back for a while, and passes everything else on at once. */
export interface DepartureHold {
  readonly hear: (happening: Happening) => void
  /** How many departures are held. */
  readonly count: () => number
  /** Forgets what is held. */
  readonly close: () => void
}

/** A departure and the return that undoes it have one key. */
const keyOf = (happening: Happening): string =>
  'user_id' in happening ? JSON.stringify([happening.channel, happening.user_id]) : happening.channel

/**
 * A client that reloads its page is gone for a moment, and nobody wants to hear of that: a departure is passed on after
 * a delay, and when the channel is occupied again by then, or the user back, neither event is.
 *
 * Source: Channels webhooks, "Webhook delay".
 *
 * @param delay In ms. With 0 everything is passed on at once.
 * @param pass Gets what is to be sent.
 * @param onReturn Called when a departure and its return were dropped.
 */
export function holdDepartures(
  delay: number,
  schedule: Clock['schedule'],
  pass: (happening: Happening) => void,
  onReturn: () => void,
): DepartureHold {
  const held = new Map<string, () => void>()

  const hold = (happening: Happening): void => {
    const key = keyOf(happening)
    held.get(key)?.()
    const release = (): void => {
      held.delete(key)
      pass(happening)
    }
    held.set(key, schedule(release, delay))
  }

  const welcome = (happening: Happening): void => {
    const key = keyOf(happening)
    held.get(key)?.()
    if (held.delete(key)) onReturn()
    else pass(happening)
  }

  const hear = (happening: Happening): void => {
    const { name } = happening
    if (name === 'channel_occupied' || name === 'member_added') welcome(happening)
    else if (delay > 0 && (name === 'channel_vacated' || name === 'member_removed')) hold(happening)
    else pass(happening)
  }

  const close = (): void => {
    for (const cancel of held.values()) cancel()
    held.clear()
  }
  return { hear, count: () => held.size, close }
}
