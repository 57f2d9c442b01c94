import { describe, expect, test } from 'vitest'

/** Every name that a package exports at run time. A change here is a change for users: it wants a changeset. */
const SURFACE = {
  '@pusherkit/core': [
    'Pusher',
    'PusherError',
    'PusherRequestError',
    'PusherResponse',
    'PusherTimeoutError',
    'PusherValidationError',
  ],
  '@pusherkit/core/contract': [
    'LIMITS',
    'channelKind',
    'hasChannelCharacters',
    'isAuthorizedChannel',
    'isCacheChannel',
    'isChannelName',
    'isEncryptedChannel',
    'isPresenceChannel',
    'isSocketId',
    'isUserChannel',
    'isUserId',
  ],
  '@pusherkit/core/signing': [
    'channelAuth',
    'constantTimeEqual',
    'createToken',
    'signRequest',
    'stringToSign',
    'userAuth',
    'verifyRequest',
  ],
  '@pusherkit/emulator': ['startEmulator'],
  '@pusherkit/express': ['pusher'],
} as const

describe('the public surface', () => {
  test.each(Object.entries(SURFACE))('%s', async (entry, names) => {
    expect(Object.keys(await import(entry)).sort()).toEqual([...names].sort())
  })
})
