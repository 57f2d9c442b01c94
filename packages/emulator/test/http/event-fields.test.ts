import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { post, refused } from '../support/api.ts'

const NAMES = 'it must be 1 to 200 of A-Z a-z 0-9 _ - = @ , . ;'
const TOO_LARGE =
  'The data content of this event exceeds the allowed maximum (10240 bytes). See https://pusher.com/docs/channels/server_api/http-api#publishing-events for more info'

describe('an event is refused', () => {
  it.each([
    [
      'no name',
      { channel: 'a', data: '' },
      'Invalid event name undefined: it must be a string of 1 to 200 characters',
    ],
    [
      'a name of 201 characters',
      { name: 'e'.repeat(201), channel: 'a', data: '' },
      `Invalid event name "${'e'.repeat(79)}…: it must be a string of 1 to 200 characters`,
    ],
    ['no data', { name: 'e', channel: 'a' }, 'data must be a string; encode anything else as JSON text'],
    [
      'data that is an object',
      { name: 'e', channel: 'a', data: {} },
      'data must be a string; encode anything else as JSON text',
    ],
    ['no channel', { name: 'e', data: '' }, 'channels must be a list of 1 to 100 channel names'],
    [
      'no channels',
      { name: 'e', channels: [], data: '' },
      'channels must be a list of 1 to 100 channel names',
    ],
    [
      'channels as text',
      { name: 'e', channels: 'a', data: '' },
      'channels must be a list of 1 to 100 channel names',
    ],
    [
      '101 channels',
      { name: 'e', channels: Array.from({ length: 101 }, (_, index) => `c-${index}`), data: '' },
      'An event may go to 100 channels, but 101 were given',
    ],
    [
      'channel and channels',
      { name: 'e', channel: 'a', channels: ['b'], data: '' },
      'Give channel or channels, not both',
    ],
    [
      'an illegal channel',
      { name: 'e', channels: ['a b'], data: '' },
      `Invalid channel name "a b": ${NAMES}`,
    ],
    ['a channel that is no text', { name: 'e', channels: [1], data: '' }, `Invalid channel name 1: ${NAMES}`],
    [
      'a # channel',
      { name: 'e', channel: '#private', data: '' },
      `Invalid channel name "#private": ${NAMES}`,
    ],
    [
      'the channel of an impossible user',
      { name: 'e', channel: '#server-to-user-a b', data: '' },
      `Invalid channel name "#server-to-user-a b": ${NAMES}`,
    ],
    [
      'a channel name of 201 characters',
      { name: 'e', channel: 'a'.repeat(201), data: '' },
      `Invalid channel name "${'a'.repeat(79)}…: ${NAMES}`,
    ],
    [
      'a wrong socket_id',
      { name: 'e', channel: 'a', data: '', socket_id: '1' },
      'Invalid socket_id "1": it must be digits, a dot and digits',
    ],
    [
      'an unknown attribute',
      { name: 'e', channel: 'a', data: '', info: 'user_count,cache' },
      'The attribute "cache" is not available; info knows user_count, subscription_count',
    ],
    [
      'info that is no text',
      { name: 'e', channel: 'a', data: '', info: ['user_count'] },
      'info must be a string, with commas between the attributes',
    ],
  ])('with %s', async (_what, event, message) => {
    await using emulator = await startEmulator()

    expect(await post(emulator, '/events', event)).toEqual(refused(400, message))
  })

  it('with data of 10,241 bytes', async () => {
    await using emulator = await startEmulator()

    const reply = await post(emulator, '/events', { name: 'e', channel: 'a', data: `é${'x'.repeat(10_239)}` })

    expect(reply).toEqual(refused(413, TOO_LARGE))
  })
})
