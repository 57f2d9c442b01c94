import { describe, expect, test } from 'vitest'
import { defineEvents } from '../../src/index.ts'
import { createGate, startPublishing } from './support.ts'

const reason = (sent: Promise<unknown>) => sent.catch(({ code }) => code)

describe('a publisher that is closed', () => {
  test('waits for the events that are left', async () => {
    const gate = createGate()
    const { publisher } = await startPublishing(gate.answering, { maxInFlight: 1, maxBatchSize: 1 })
    const all = [publisher.trigger('a', 'e', '0'), publisher.trigger('b', 'e', '1')]
    await gate.arrived(0)
    const closing = publisher.close()
    gate.answer(0)
    gate.answer(1)
    expect(await closing).toEqual({ unsent: [], unconfirmed: [] })
    expect(publisher.stats.accepted).toBe(2)
    await Promise.all(all)
  })

  test('takes no more', async () => {
    const { publisher, requests } = await startPublishing()
    const closing = publisher.close()
    expect(await reason(publisher.trigger('a', 'e', ''))).toBe('ERR_PUSHER_CLOSED')
    expect(await reason(publisher.offer('a', 'e', '') || Promise.resolve('refused'))).toBe(
      'ERR_PUSHER_CLOSED',
    )
    await closing
    expect(requests).toEqual([])
  })

  test('tells what it could not do in time, and those events reject', async () => {
    const gate = createGate()
    const { publisher, requests } = await startPublishing(gate.answering, { maxInFlight: 1 })
    const onItsWay = reason(publisher.trigger('a', 'e', { id: 0 }, { socket_id: '1.2' }))
    await gate.arrived(0)
    const waiting = [
      reason(publisher.trigger('a', 'e', '1')),
      reason(publisher.trigger(['b', 'c'], 'f', '2')),
    ]
    const result = await publisher.close({ timeout: 1 })
    expect(result).toEqual({
      unsent: [
        { channels: ['a'], name: 'e', data: '1' },
        { channels: ['b', 'c'], name: 'f', data: '2' },
      ],
      unconfirmed: [{ channels: ['a'], name: 'e', data: '{"id":0}', socket_id: '1.2' }],
    })
    expect(await onItsWay).toBe('ERR_PUSHER_ABORTED')
    expect(await Promise.all(waiting)).toEqual(['ERR_PUSHER_CLOSED', 'ERR_PUSHER_CLOSED'])
    expect(requests).toHaveLength(1)
    expect(publisher.stats).toMatchObject({ queued: 0, inFlight: 0, failed: 3 })
    expect(await publisher.close()).toBe(result)
    gate.answer(0)
  })

  test('with no time at all sends nothing more', async () => {
    const { publisher, requests } = await startPublishing()
    const sent = reason(publisher.trigger('a', 'e', '0'))
    expect((await publisher.close({ timeout: 0 })).unsent).toHaveLength(1)
    expect(await sent).toBe('ERR_PUSHER_CLOSED')
    expect(requests).toEqual([])
  })

  test.each(['channel', 'none'] as const)(
    'does not wait longer for a validator, ordering %s',
    async (ordering) => {
      const validate = () => new Promise<never>(() => {})
      const events = defineEvents({ '*': { e: { '~standard': { version: 1, vendor: 'test', validate } } } })
      const { publisher } = await startPublishing(undefined, { ordering }, { events })
      const sent = reason(publisher.trigger('a', 'e', '0'))
      expect(await publisher.close({ timeout: 1 })).toEqual({ unsent: [], unconfirmed: [] })
      expect(await sent).toBe('ERR_PUSHER_CLOSED')
    },
  )

  test('lets nobody wait for room in vain', async () => {
    const gate = createGate()
    const { publisher } = await startPublishing(gate.answering, { maxInFlight: 1, maxQueued: 1 })
    const all = [reason(publisher.trigger('a', 'e', '0'))]
    await gate.arrived(0)
    all.push(reason(publisher.trigger('a', 'e', '1')))
    const room = publisher.room()
    await publisher.close({ timeout: 0 })
    await room
    expect(await Promise.all(all)).toEqual(['ERR_PUSHER_ABORTED', 'ERR_PUSHER_CLOSED'])
    gate.answer(0)
  })

  test('is closed by `await using`', async () => {
    const { publisher } = await startPublishing()
    {
      await using closing = publisher
      void closing.trigger('a', 'e', '0')
    }
    expect(publisher.stats.accepted).toBe(1)
    expect(await reason(publisher.trigger('a', 'e', ''))).toBe('ERR_PUSHER_CLOSED')
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '5'])(
    'refuses %s as a timeout, and stays open',
    async (timeout) => {
      const { publisher } = await startPublishing()
      await expect(publisher.close({ timeout: timeout as number })).rejects.toMatchObject({
        code: 'ERR_PUSHER_INVALID_OPTION',
        parameter: 'timeout',
      })
      await publisher.trigger('a', 'e', '')
    },
  )
})
