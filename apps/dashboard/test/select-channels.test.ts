import { describe, expect, test } from 'vitest'
import { type Selection, selectChannels } from '../src/select-channels.ts'

const ROWS = [
  { name: 'private-orders', users: undefined },
  { name: 'presence-Lobby', users: 2 },
  { name: 'orders', users: undefined },
  { name: 'presence-den', users: 30 },
]
const names = (selection: Partial<Selection>) =>
  selectChannels(ROWS, { search: '', prefix: '', order: 'name', ...selection }).map(({ name }) => name)

describe('the channels to show', () => {
  test('are all of them, by name', () => {
    expect(names({})).toEqual(['orders', 'presence-Lobby', 'presence-den', 'private-orders'])
  })

  test('have what is searched anywhere in their names, in any case', () => {
    expect(names({ search: ' LOB ' })).toEqual(['presence-Lobby'])
    expect(names({ search: 'orders' })).toEqual(['orders', 'private-orders'])
  })

  test('start with the prefix', () => {
    expect(names({ prefix: 'presence-' })).toEqual(['presence-Lobby', 'presence-den'])
    expect(names({ prefix: 'presence-', search: 'orders' })).toEqual([])
  })

  test('come with most users first, when that is asked', () => {
    expect(names({ order: 'users' })).toEqual(['presence-den', 'presence-Lobby', 'orders', 'private-orders'])
  })
})
