import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { get, ok, refused } from '../support/api.ts'
import { connect, type RawClient } from '../support/raw-client.ts'

let emulator: Emulator
const clients: RawClient[] = []

beforeAll(async () => {
  emulator = await startEmulator()
  const phone = await connect(emulator)
  const laptop = await connect(emulator)
  const bob = await connect(emulator)
  clients.push(phone, laptop, bob)
  await phone.subscribe('presence-a@b;c=d', { user_id: 7 })
  await laptop.subscribe('presence-a@b;c=d', { user_id: 7 })
  await bob.subscribe('presence-a@b;c=d', { user_id: 'bob' })
  await bob.subscribe('news')
  await bob.subscribe('__proto__')
  await bob.signIn({ id: 'bob' })
})

afterAll(() => emulator.close())

describe('GET /channels', () => {
  it.each([
    [{}, '{"channels":{"presence-a@b;c=d":{},"news":{},"__proto__":{}}}'],
    [{ filter_by_prefix: 'ne' }, '{"channels":{"news":{}}}'],
    [{ filter_by_prefix: 'nothing-' }, '{"channels":{}}'],
    [
      { filter_by_prefix: 'presence-', info: 'user_count' },
      '{"channels":{"presence-a@b;c=d":{"user_count":2}}}',
    ],
    [
      { filter_by_prefix: 'presence-a@b;', info: 'user_count' },
      '{"channels":{"presence-a@b;c=d":{"user_count":2}}}',
    ],
  ])('%j', async (query, body) => {
    expect(await get(emulator, '/channels', query)).toEqual(ok(body))
  })

  const PREFIX =
    'user_count may only be requested for presence channels: give a filter_by_prefix that starts with presence-'
  it.each([
    [{ info: 'user_count' }, PREFIX],
    [{ info: 'user_count', filter_by_prefix: 'presence' }, PREFIX],
    [
      { info: 'subscription_count' },
      'The attribute "subscription_count" is not available for a list of channels; info knows user_count',
    ],
    [{ info: 'what' }, 'The attribute "what" is not available; info knows user_count, subscription_count'],
    [{ info: 'cache' }, 'The attribute "cache" is not available; info knows user_count, subscription_count'],
    [{ filter_by_prefix: ['a', 'b'] }, 'filter_by_prefix must be one value, not a list'],
    [{ prefix: 'a', limit: '1' }, 'The following query string parameters are extraneous: limit, prefix'],
  ])('%j is refused', async (query, message) => {
    expect(await get(emulator, '/channels', query)).toEqual(refused(400, message))
  })
})

describe('GET /channels/:name', () => {
  it.each([
    ['news', {}, '{"occupied":true}'],
    ['nobody-here', {}, '{"occupied":false}'],
    ['nobody-here', { info: 'subscription_count' }, '{"occupied":false,"subscription_count":0}'],
    ['news', { info: 'subscription_count' }, '{"occupied":true,"subscription_count":1}'],
    ['presence-a@b;c=d', { info: 'user_count' }, '{"occupied":true,"user_count":2}'],
    [
      'presence-a%40b%3Bc%3Dd',
      { info: 'user_count,subscription_count' },
      '{"occupied":true,"user_count":2,"subscription_count":3}',
    ],
    ['%23server-to-user-bob', { info: 'subscription_count' }, '{"occupied":true,"subscription_count":1}'],
    ['%23server-to-user-ada', {}, '{"occupied":false}'],
  ])('%s %j', async (channel, query, body) => {
    expect(await get(emulator, `/channels/${channel}`, query)).toEqual(ok(body))
  })

  it.each([
    ['news', { info: 'user_count' }, 'The attribute "user_count" is only available on presence channels'],
    ['news', { info: 'cache' }, 'The attribute "cache" is only available on cache channels'],
    [
      'news',
      { info: 'size' },
      'The attribute "size" is not available; info knows user_count, subscription_count, cache',
    ],
    [
      'news',
      { filter_by_prefix: 'n' },
      'The following query string parameters are extraneous: filter_by_prefix',
    ],
    ['a%20b', {}, 'Invalid channel name "a b": it must be 1 to 200 of A-Z a-z 0-9 _ - = @ , . ;'],
    ['a%2Fusers', {}, 'Invalid channel name "a/users": it must be 1 to 200 of A-Z a-z 0-9 _ - = @ , . ;'],
    ['%E4', {}, 'The path is not valid percent-encoding: "%E4"'],
  ])('%s %j is refused', async (channel, query, message) => {
    expect(await get(emulator, `/channels/${channel}`, query)).toEqual(refused(400, message))
  })
})

describe('GET /channels/:name/users', () => {
  it.each([
    ['presence-a@b;c=d', '{"users":[{"id":"7"},{"id":"bob"}]}'],
    ['presence-a%40b%3Bc%3Dd', '{"users":[{"id":"7"},{"id":"bob"}]}'],
    ['presence-nobody', '{"users":[]}'],
  ])('%s', async (channel, body) => {
    expect(await get(emulator, `/channels/${channel}/users`)).toEqual(ok(body))
  })

  it.each([
    ['news', {}, 'Only a presence channel has users: its name starts with presence-'],
    ['presence-a', { info: 'user_count' }, 'The following query string parameters are extraneous: info'],
  ])('%s %j is refused', async (channel, query, message) => {
    expect(await get(emulator, `/channels/${channel}/users`, query)).toEqual(refused(400, message))
  })
})
