import { diff } from '@pusherkit/query'
import { describe, expect, expectTypeOf, test } from 'vitest'

describe('diff of channels', () => {
  test('tells who became occupied, who vacated and whose counts changed', () => {
    const before = { channels: { a: { user_count: 1 }, b: { user_count: 1 }, c: { user_count: 1 } } }
    const after = { channels: { b: { user_count: 1 }, c: { user_count: 2 }, d: { user_count: 3 } } }
    const changes = diff<{ channels: Record<string, { user_count: number }> }>(before, after)
    expect(changes).toEqual({
      occupied: ['d'],
      vacated: ['a'],
      changed: [{ channel: 'c', before: { user_count: 1 }, after: { user_count: 2 } }],
    })
    expectTypeOf(changes.changed[0]?.after.user_count).toEqualTypeOf<number | undefined>()
  })

  test('counts nothing before the first snapshot', () => {
    expect(diff(undefined, { channels: { a: {} } })).toEqual({ occupied: ['a'], vacated: [], changed: [] })
  })

  test('is not confused by names that objects have by themselves', () => {
    expect(diff({ channels: {} }, { channels: JSON.parse('{"__proto__":{},"constructor":{}}') })).toEqual({
      occupied: ['__proto__', 'constructor'],
      vacated: [],
      changed: [],
    })
  })
})

describe('diff of users', () => {
  test('tells who came and who went, whatever the order', () => {
    const before = { users: [{ id: 'ada' }, { id: 'bob' }] }
    const after = { users: [{ id: 'cy' }, { id: 'bob' }] }
    expect(diff(before, after)).toEqual({ added: ['cy'], removed: ['ada'] })
    expect(diff(after, { users: [{ id: 'bob' }, { id: 'cy' }] })).toEqual({ added: [], removed: [] })
    expect(diff(undefined, before)).toEqual({ added: ['ada', 'bob'], removed: [] })
  })
})
