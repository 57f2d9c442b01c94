/** The longest that a timer can wait, in ms. */
export const MAX_TIMEOUT: number = 2 ** 31 - 1

/** Whether a value is a time that can be waited for, in ms. */
export const isTimeout = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= MAX_TIMEOUT
