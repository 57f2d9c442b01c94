/** The time, in ms since 1970. */
export type Clock = () => number

/** The injection token of the {@link Clock}. */
export const CLOCK: unique symbol = Symbol('clock')
