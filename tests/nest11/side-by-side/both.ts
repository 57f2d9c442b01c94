import type { Contender } from './contender.ts'
import { pusherkit } from './ours.ts'
import { nestjsPusher } from './theirs.ts'

/** Measures the same with both, each as it is unless told: [`nestjs-pusher`, `@pusherkit/nestjs`]. */
export const both = async <T>(
  measure: (contender: Contender) => Promise<T>,
): Promise<[theirs: T, ours: T]> => [await measure(nestjsPusher()), await measure(pusherkit)]
