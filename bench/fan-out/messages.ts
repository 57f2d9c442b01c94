/** What the processes of this measurement tell each other. */

/** A server or a crowd that is ready. */
export interface Ready {
  readonly port: number
}

/** Where a crowd is to go, and what it is to say there. */
export interface Invitation {
  readonly port: number
  readonly path: string
  readonly size: number
  /** A frame that each one sends when connected, or nothing. */
  readonly hello: string | undefined
}

/** Bytes that each of a crowd is to receive next. */
export interface Expectation {
  readonly bytes: number
}

/** Processor time that a server has used, in ms. */
export interface Usage {
  readonly cpu: number
}

/** Tells the parent process. */
export const tell = (message: Ready | Usage | 'all'): void => {
  process.send?.(message)
}

/** Answers the parent, who wants to know what was used. */
export function answerUsage(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({ cpu: (user + system) / 1_000 })
  })
}
