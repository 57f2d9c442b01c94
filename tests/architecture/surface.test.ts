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
    'PusherWebhookError',
    'Webhook',
    'defineEvents',
    'signWebhook',
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
    'typedChannel',
    'userChannel',
    'userIdOf',
  ],
  '@pusherkit/core/signing': [
    'Token',
    'channelAuth',
    'constantTimeEqual',
    'createToken',
    'fromBase64',
    'sha256',
    'signRequest',
    'stringToSign',
    'toBase64',
    'userAuth',
    'verifyRequest',
  ],
  '@pusherkit/emulator': ['startEmulator'],
  '@pusherkit/encryption': ['createEncryption'],
  '@pusherkit/express': ['pusher'],
} as const

describe('the public surface', () => {
  test.each(Object.entries(SURFACE))('%s', async (entry, names) => {
    expect(Object.keys(await import(entry)).sort()).toEqual([...names].sort())
  })
})
