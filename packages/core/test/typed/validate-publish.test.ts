import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PusherValidationError } from '../../src/index.ts'
import { defineEvents } from '../../src/typed/define-events.ts'
import { validateBatch, validateTrigger } from '../../src/typed/validate-publish.ts'

const events = defineEvents({ orders: { created: z.object({ id: z.coerce.number() }) } })
const wrong = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(PusherValidationError)
  const { code, parameter } = error as PusherValidationError
  return `${code} ${parameter}`
}

describe('a trigger', () => {
  test('is sent with the output of the validator', async () => {
    expect(await validateTrigger(events, 'orders', 'created', { id: '7' })).toEqual({ id: 7 })
    expect(await validateTrigger(events, ['orders'], 'created', { id: '7' })).toEqual({ id: 7 })
  })

  test('is refused when its data is wrong', async () => {
    expect(await wrong(validateTrigger(events, 'orders', 'created', {}))).toBe('ERR_PUSHER_INVALID_DATA data')
  })

  test.each([
    [undefined, 'created'],
    [7, 'created'],
    [[], 'created'],
    [['orders', null], 'created'],
    ['orders', undefined],
  ])('whose channels and event are %j and %j is left to the request builder', async (channels, event) => {
    const data = { id: '7' }
    expect(await validateTrigger(events, channels, event, data)).toBe(data)
  })
})

describe('a batch', () => {
  test('is sent with the outputs of the validators, and the given objects stay as they were', async () => {
    const batch = Object.freeze([
      Object.freeze({ channel: 'orders', name: 'created', data: { id: '7' }, socket_id: '1.1' }),
    ])
    expect(await validateBatch(events, batch)).toEqual([
      { channel: 'orders', name: 'created', data: { id: 7 }, socket_id: '1.1' },
    ])
    expect(batch[0]?.data).toEqual({ id: '7' })
  })

  test.each([
    [{ channel: 'order', name: 'created', data: { id: 1 } }, 'ERR_PUSHER_INVALID_CHANNEL batch[1].channel'],
    [{ channel: 'orders', name: 'create', data: { id: 1 } }, 'ERR_PUSHER_INVALID_EVENT_NAME batch[1].name'],
    [{ channel: 'orders', name: 'created', data: {} }, 'ERR_PUSHER_INVALID_DATA batch[1].data'],
  ])('with %j is refused', async (event, expected) => {
    const good = { channel: 'orders', name: 'created', data: { id: 1 } }
    expect(await wrong(validateBatch(events, [good, event]))).toBe(expected)
  })

  test.each([[undefined], ['batch'], [[null, { name: 'created' }, { channel: 'orders' }]]])(
    'that is %j is left to the request builder',
    async (batch) => {
      expect(await validateBatch(events, batch)).toEqual(batch)
    },
  )
})
