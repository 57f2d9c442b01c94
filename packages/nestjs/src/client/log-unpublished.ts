import { inspect } from 'node:util'
import type { Logger } from '@nestjs/common'

/**
 * Logs a publish that failed and that nobody waits for.
 *
 * @param event What it is called in the log.
 * @param thrown Mostly an error, but functions of the user may throw anything.
 */
export function logUnpublished(logger: Logger, event: string, thrown: unknown): void {
  const [reason, stack] = thrown instanceof Error ? [thrown.message, thrown.stack] : [inspect(thrown)]
  logger.error(`${event} was not published: ${reason}`, stack)
}
