import { describe, expect, test } from 'vitest'
import { alternate } from '../../bench/harness/alternate.ts'
import { compare } from '../../bench/harness/comparison.ts'
import { toSpread } from '../../bench/harness/spread.ts'

// Nothing here measures time: only what becomes of the numbers.

describe('the spread of numbers', () => {
  test('of an odd count is the middle one, and the quarters around it', () => {
    expect(toSpread([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 })
  })

  test('of an even count lies between the two in the middle', () => {
    expect(toSpread([10, 20])).toEqual({ median: 15, low: 12.5, high: 17.5 })
  })

  test('of one number is that number', () => {
    expect(toSpread([7])).toEqual({ median: 7, low: 7, high: 7 })
  })

  test('of none is an error', () => {
    expect(() => toSpread([])).toThrow(new RangeError('There is no median of no numbers'))
  })

  test('leaves the numbers in their order', () => {
    const numbers = [3, 1, 2]
    toSpread(numbers)
    expect(numbers).toEqual([3, 1, 2])
  })
})

describe('a comparison', () => {
  test('takes the ratio round by round: a round in which the machine was slow changes nothing', () => {
    const rounds = new Map([
      ['official', [100, 10, 200]],
      ['core', [300, 30, 600]],
    ])
    expect(compare('publish', 'events/s', rounds, 'official').results).toEqual([
      {
        contender: 'official',
        spread: { median: 100, low: 55, high: 150 },
        ratio: { median: 1, low: 1, high: 1 },
      },
      {
        contender: 'core',
        spread: { median: 300, low: 165, high: 450 },
        ratio: { median: 3, low: 3, high: 3 },
      },
    ])
  })

  test('needs its baseline, and every contender in every round', () => {
    expect(() => compare('publish', 'ms', new Map([['core', [1]]]), 'official')).toThrow(
      'publish: official was not measured',
    )
    const uneven = new Map([
      ['official', [1, 2]],
      ['core', [1]],
    ])
    expect(() => compare('publish', 'ms', uneven, 'official')).toThrow(
      'publish: core has 1 rounds, official 2',
    )
  })
})

test('contenders take turns, each round begins with the next, and the warm-up does not count', async () => {
  const order: string[] = []
  const contender = (name: string, number: number) => async () => {
    order.push(name)
    return { time: number + order.length }
  }
  const contenders = new Map([
    ['a', contender('a', 0)],
    ['b', contender('b', 100)],
  ])
  const numbers = await alternate(contenders, { warmUp: 1, rounds: 2 })
  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b'])
  expect(numbers('time')).toEqual(
    new Map([
      ['a', [4, 5]],
      ['b', [103, 106]],
    ]),
  )
})
