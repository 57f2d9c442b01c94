import { TimerQueue } from '../../src/timer-queue.ts'

/** A clock that goes only when it is told to, and at once. It starts now, so that signatures are not too old for it. */
export class ManualClock extends TimerQueue {
  constructor(startsAt: number = Date.now()) {
    super(startsAt)
  }

  /** Goes on by so many milliseconds, and does what is due on the way. */
  advance(ms: number): void {
    const end = this.now() + ms
    while (this.step(end));
  }
}
