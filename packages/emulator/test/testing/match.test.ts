import { expect, it } from 'vitest'
import { matches } from '../../src/testing/match.ts'

it.each<[unknown, unknown]>([
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: { b: [1, { c: 2, d: 3 }] } }, { a: { b: [1, { c: 2 }] } }],
  ['{"hello":"world","more":1}', { hello: 'world' }],
  ['[1,2]', [1, 2]],
  ['5', 5],
  ['5', '5'],
  ['true', true],
  ['null', null],
  ['my-channel', /^my-/g],
  ['my-channel', (name: string) => name.length === 10],
  [{ a: 1 }, ({ a }: { a: number }) => a === 1],
  [{ a: 1 }, { b: undefined }],
  [Number.NaN, Number.NaN],
])('%o matches %o', (value, expected) => {
  expect(matches(value, expected)).toBe(true)
  // An expression with the flag g remembers where it was.
  expect(matches(value, expected)).toBe(true)
})

it.each<[unknown, unknown]>([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { b: 1 }],
  [
    [1, 2, 3],
    [1, 2],
  ],
  [{ 0: 1, length: 1 }, [1]],
  ['no json', { hello: 'world' }],
  ['"5"', 5],
  ['5', '6'],
  [5, /5/],
  ['', undefined],
  ['my-channel', /^your-/],
  ['my-channel', () => false],
  [undefined, {}],
])('%o does not match %o', (value, expected) => {
  expect(matches(value, expected)).toBe(false)
})
