import type { FaultOutcome } from '../faults/request-faults.ts'
import { type Answer, textAnswer } from './answer.ts'

/** What a request is answered that met a fault; undefined when its connection is to break. */
export function faultAnswer(outcome: FaultOutcome): Answer | undefined {
  if (outcome.kind !== 'status') return undefined
  const { status, body, retryAfter } = outcome
  return {
    ...textAnswer(status, body),
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }),
  }
}
