import { describe, expect, test } from 'vitest'
import { defineEvents } from '../../src/index.ts'
import type { StandardSchema } from '../../src/typed/standard-schema.ts'
import { createGate, dataOf, startPublishing } from './support.ts'

describe('in the order of their channel', () => {
  test('events wait while one of their channel is on its way, and those of other channels pass', async () => {
    const gate = createGate()
    const { publisher, requests } = await startPublishing(gate.answering)
    const first = publisher.trigger('a', 'e', 'a0')
    await gate.arrived(0)
    const rest = [publisher.trigger('a', 'e', 'a1'), publisher.trigger('b', 'e', 'b0')]
    await gate.arrived(1)
    expect(dataOf(requests)).toEqual([['a0'], ['b0']])
    gate.answer(0)
    gate.answer(1)
    gate.answer(2)
    await Promise.all([first, ...rest])
    expect(dataOf(requests)).toEqual([['a0'], ['b0'], ['a1']])
  })

  test('events wait for a retry too', async () => {
    const { publisher, requests } = await startPublishing(
      (_, index) => ({ status: index === 0 ? 429 : 200 }),
      {
        maxBatchSize: 1,
      },
    )
    await Promise.all([publisher.trigger('a', 'e', '0'), publisher.trigger('a', 'e', '1')])
    expect(dataOf(requests)).toEqual([['0'], ['0'], ['1']])
  })

  test('an event that fails lets the next go', async () => {
    const { publisher, requests } = await startPublishing(
      (_, index) => ({ status: index === 0 ? 500 : 200 }),
      {
        maxBatchSize: 1,
      },
    )
    const sent = [publisher.trigger('a', 'e', '0'), publisher.trigger('a', 'e', '1')]
    expect((await Promise.allSettled(sent)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(dataOf(requests)).toEqual([['0'], ['1']])
  })

  test('an event to several channels waits for all of them, and they for it', async () => {
    const gate = createGate()
    const { publisher, requests } = await startPublishing(gate.answering, { maxBatchSize: 1 })
    const all = [
      publisher.trigger('a', 'e', 'a0'),
      publisher.trigger('b', 'e', 'b0'),
      publisher.trigger(['a', 'b', 'a'], 'e', 'ab1'),
      publisher.trigger(['b', 'c'], 'e', 'bc2'),
      publisher.trigger('a', 'e', 'a2'),
      publisher.trigger('c', 'e', 'c3'),
      publisher.trigger('d', 'e', 'd0'),
    ]
    await gate.arrived(2)
    expect(dataOf(requests)).toEqual([['a0'], ['b0'], ['d0']])
    gate.answer(0)
    gate.answer(2)
    await all[0]
    await all[6]
    await new Promise(setImmediate)
    expect(requests).toHaveLength(3)
    gate.answer(1)
    await gate.arrived(3)
    expect(dataOf(requests).at(-1)).toEqual(['ab1'])
    gate.answer(3)
    await gate.arrived(5)
    expect(dataOf(requests).slice(4).sort()).toEqual([['a2'], ['bc2']])
    for (const index of [4, 5, 6]) gate.answer(index)
    await Promise.all(all)
    expect(dataOf(requests).at(-1)).toEqual(['c3'])
  })

  test('an event whose validator is slow keeps its place, and one that is refused gives it up', async () => {
    const verdicts = new Map(['slow', 'bad'].map((name) => [name, Promise.withResolvers<void>()]))
    const schema: StandardSchema<string> = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: async (value) => {
          await verdicts.get(String(value))?.promise
          return value === 'bad' ? { issues: [{ message: 'bad' }] } : { value: String(value) }
        },
      },
    }
    const events = defineEvents({ '*': { e: schema } })
    const { publisher, requests } = await startPublishing(undefined, {}, { events })
    const all = ['slow', 'bad', 'quick'].map((data) => publisher.trigger('a', 'e', data))
    await publisher.trigger('b', 'e', 'other')
    verdicts.get('bad')?.resolve()
    await expect(all[1]).rejects.toMatchObject({ code: 'ERR_PUSHER_INVALID_DATA' })
    expect(dataOf(requests)).toEqual([['other']])
    verdicts.get('slow')?.resolve()
    await Promise.all([all[0], all[2]])
    expect(dataOf(requests).flat()).toEqual(['other', 'slow', 'quick'])
  })
})

test('without ordering, an event goes as soon as there is a free request', async () => {
  const gate = createGate()
  const { publisher, requests } = await startPublishing(gate.answering, { ordering: 'none' })
  const first = publisher.trigger('a', 'e', '0')
  await gate.arrived(0)
  const rest = [publisher.trigger('a', 'e', '1'), publisher.trigger(['a', 'b'], 'e', '2')]
  await gate.arrived(2)
  expect(dataOf(requests)).toEqual([['0'], ['1'], ['2']])
  for (const index of [0, 1, 2]) gate.answer(index)
  await Promise.all([first, ...rest])
})
