import type { Rounds } from './comparison.ts'
import type { Pace } from './pace.ts'

/** Numbers of one round, by what they measure. */
export type Sample = Readonly<Record<string, number>>

/** Measures one contender for one round. */
export type Measure = () => Promise<Sample>

/**
 * Measures contenders in turns, round after round, so that what slows the machine slows them all. Each round begins with
 * the next one of them.
 *
 * @returns The numbers of each kind.
 */
export async function alternate(
  contenders: ReadonlyMap<string, Measure>,
  { rounds, warmUp }: Pick<Pace, 'rounds' | 'warmUp'>,
): Promise<(kind: string) => Rounds> {
  const names = [...contenders.keys()]
  const samples = new Map<string, Sample[]>(names.map((name) => [name, []]))
  for (let round = 0; round < warmUp + rounds; round++) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const sample = await contenders.get(name)?.()
      if (sample && round >= warmUp) samples.get(name)?.push(sample)
    }
  }
  return (kind) =>
    new Map([...samples].map(([name, taken]) => [name, taken.map((sample) => sample[kind] ?? Number.NaN)]))
}
