import { expect, test } from 'vitest'
import { socketIdOf } from '../../src/handlers/index.ts'

test.each([
  ['1.2', '1.2'],
  ['1', undefined],
  ['1.2, 3.4', undefined],
  [['1.2'], undefined],
  ['', undefined],
  [undefined, undefined],
])('the socket id in the header %j is %j', (value, socketId) => {
  expect(socketIdOf({ 'x-socket-id': value })).toBe(socketId)
})
