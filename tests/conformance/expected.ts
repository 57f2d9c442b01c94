import type { Answer, Case, Trait } from './case.ts'

/** What a host with these traits answers. */
export function expected({ expect, except = {} }: Case, traits: readonly Trait[]): Answer {
  const trait = traits.find((each) => except[each] !== undefined)
  const { status, headers, body } = (trait === undefined ? undefined : except[trait]) ?? expect
  return { status, headers, body }
}
