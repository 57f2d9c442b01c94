import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { createLimiter } from '../../../src/transport/node/limiter.ts'
import { never } from '../support.ts'

test('lets in so many at a time, the others in the order they came', async () => {
  const acquire = createLimiter(2)
  const order: string[] = []
  const enter = async (name: string) => {
    const release = await acquire(never())
    order.push(name)
    return release
  }
  const [first] = await Promise.all([enter('a'), enter('b')])
  const third = enter('c')
  const fourth = enter('d')
  await Promise.resolve()
  expect(order).toEqual(['a', 'b'])
  first?.()
  const release = await third
  expect(order).toEqual(['a', 'b', 'c'])
  release()
  await fourth
  expect(order).toEqual(['a', 'b', 'c', 'd'])
})

test('takes one that is aborted out of the queue, and its listener off the signal', async () => {
  const acquire = createLimiter(1)
  const { signal } = new AbortController()
  const controller = new AbortController()
  const release = await acquire(signal)
  const given = acquire(controller.signal)
  const next = acquire(signal)
  expect(getEventListeners(signal, 'abort').length).toBe(1)
  controller.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  release()
  await next
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('lets in nobody who is aborted already', async () => {
  await expect(createLimiter(1)(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
})
