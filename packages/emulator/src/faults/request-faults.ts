import type { Clock } from '../clock.ts'
import { readWholeNumber } from '../options/values.ts'
import { quote } from '../quote.ts'
import { type FaultScope, type FaultTarget, readScope } from './fault-options.ts'
import type { Faults } from './faults.ts'

/** How a request ends that met a fault. */
export type FaultOutcome =
  | { readonly kind: 'reset' }
  /** The emulator forgot it while it was held: its connection breaks too, and nobody is told. */
  | { readonly kind: 'forgotten' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body: string
      readonly retryAfter: number | undefined
    }

/** The faults of the HTTP API, as tests set them and as requests meet them. */
export interface RequestFaults extends Pick<Faults, 'delay' | 'status' | 'reset' | 'clear'> {
  /** What becomes of a request, once it was held as long as it has to be. Undefined when all is well. */
  readonly meet: (target: FaultTarget) => Promise<FaultOutcome | undefined>
  /** Clears, and breaks the connections of the requests that are held. */
  readonly end: () => void
}

type Effect = FaultOutcome | { readonly kind: 'delay'; readonly ms: number }

interface Fault {
  readonly effect: Effect
  readonly covers: FaultScope['covers']
  left: number
}

const LONGEST_MS = 86_400_000
const LONGEST_SECONDS = 86_400

function readBody(body: unknown, status: number): string {
  if (body === undefined) return `The emulator was told to answer with ${status}`
  if (typeof body === 'string') return body
  throw new TypeError(`Option faults.status.body must be a string, but it is ${quote(body)}`)
}

/** Makes the faults of one emulator: none. */
export function createRequestFaults(schedule: Clock['schedule']): RequestFaults {
  let faults: Fault[] = []
  const held = new Set<() => void>()

  const add = (effect: Effect, { times, covers }: FaultScope): void => {
    faults.push({ effect, covers, left: times })
  }

  /** Which faults a request meets is decided when it comes, and not when it was held. */
  const draw = (target: FaultTarget): { readonly ms: number; readonly outcome: FaultOutcome | undefined } => {
    let ms = 0
    for (const fault of faults) {
      if (fault.left === 0 || !fault.covers(target)) continue
      fault.left--
      if (fault.effect.kind !== 'delay') return { ms, outcome: fault.effect }
      ms += fault.effect.ms
    }
    return { ms, outcome: undefined }
  }

  /** Whether it was held to the end. */
  const hold = (ms: number): Promise<boolean> =>
    new Promise((resolve) => {
      const letGo = (): void => {
        held.delete(breakOff)
        resolve(true)
      }
      const cancel = schedule(letGo, ms)
      const breakOff = (): void => {
        held.delete(breakOff)
        cancel()
        resolve(false)
      }
      held.add(breakOff)
    })

  const clear = (): void => {
    faults = []
  }
  return {
    clear,
    delay: (ms, options = {}) =>
      add(
        { kind: 'delay', ms: readWholeNumber(ms, 'faults.delay', 0, LONGEST_MS) },
        readScope(options, 'faults.delay'),
      ),
    status: (status, options = {}) => {
      const code = readWholeNumber(status, 'faults.status', 200, 599)
      const scope = readScope(options, 'faults.status', ['retryAfter', 'body'])
      const retryAfter =
        options.retryAfter === undefined
          ? undefined
          : readWholeNumber(options.retryAfter, 'faults.status.retryAfter', 0, LONGEST_SECONDS)
      add({ kind: 'status', status: code, body: readBody(options.body, code), retryAfter }, scope)
    },
    reset: (options = {}) => add({ kind: 'reset' }, readScope(options, 'faults.reset')),
    meet: async (target) => {
      const { ms, outcome } = draw(target)
      faults = faults.filter(({ left }) => left > 0)
      return ms > 0 && !(await hold(ms)) ? { kind: 'forgotten' } : outcome
    },
    end: () => {
      clear()
      for (const breakOff of [...held]) breakOff()
    },
  }
}
