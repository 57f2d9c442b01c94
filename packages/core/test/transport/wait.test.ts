import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { wait } from '../../src/transport/wait.ts'

test('leaves no listener behind', async () => {
  const { signal } = new AbortController()
  const waiting = wait(1, signal)
  expect(getEventListeners(signal, 'abort').length).toBe(1)
  await waiting
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test.each([
  ['before', () => AbortSignal.abort(new Error('enough'))],
  [
    'meanwhile',
    () => {
      const controller = new AbortController()
      queueMicrotask(() => controller.abort(new Error('enough')))
      return controller.signal
    },
  ],
])('ends with the reason of a signal aborted %s', async (_when, signal) => {
  await expect(wait(60_000, signal())).rejects.toThrow('enough')
})
