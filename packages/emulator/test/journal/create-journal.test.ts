import { expect, it } from 'vitest'
import { createJournal } from '../../src/journal/create-journal.ts'
import type { News } from '../../src/journal/news.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { unexpected } from '../support/unexpected.ts'

const opened = (socketId: string): News => ({ kind: 'connection', state: 'opened', socketId })
const start = (limit: number, warn: (warning: string | Error) => void = unexpected) => {
  const clock = new ManualClock(1_000)
  return { clock, journal: createJournal(limit, { clock, warn }) }
}

it('entries are numbered across apps, and have the time of the clock', () => {
  const { clock, journal } = start(10)

  journal.record('one', opened('1.1'))
  clock.advance(5)
  journal.record('two', opened('1.2'))

  expect(journal.entries).toEqual([
    { seq: 1, at: 1_000, appId: 'one', kind: 'connection', state: 'opened', socketId: '1.1' },
    { seq: 2, at: 1_005, appId: 'two', kind: 'connection', state: 'opened', socketId: '1.2' },
  ])
})

it('the oldest entries make way', () => {
  const { journal } = start(3)

  for (const id of ['1.1', '1.2', '1.3', '1.4', '1.5']) journal.record('one', opened(id))

  expect(journal.entries.map(({ seq }) => seq)).toEqual([3, 4, 5])
})

it('a list of entries does not change, and neither does an entry', () => {
  const { journal } = start(3)
  journal.record('one', opened('1.1'))
  const before = journal.entries

  journal.record('one', opened('1.2'))

  expect(before).toHaveLength(1)
  expect(() => Object.assign(before[0] ?? {}, { appId: 'two' })).toThrow(TypeError)
})

it('cleared, it numbers on, and its listeners stay', () => {
  const { journal } = start(3)
  const heard: number[] = []
  journal.subscribe(({ seq }) => heard.push(seq))
  journal.record('one', opened('1.1'))

  journal.clear()

  expect(journal.entries).toEqual([])
  journal.record('one', opened('1.2'))
  expect(journal.entries.map(({ seq }) => seq)).toEqual([2])
  expect(heard).toEqual([1, 2])
})

it('a listener that throws is a warning, and the others hear all the same', () => {
  const warnings: unknown[] = []
  const { journal } = start(3, (warning) => warnings.push(warning))
  const error = new Error('mine')
  const heard: number[] = []
  const end = journal.subscribe(() => {
    throw error
  })
  journal.subscribe(({ seq }) => heard.push(seq))

  journal.record('one', opened('1.1'))
  end()
  journal.record('one', opened('1.2'))

  expect(heard).toEqual([1, 2])
  expect(warnings).toEqual([error])
})
