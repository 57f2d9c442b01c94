import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'

const APP = { appId: 'id', key: 'key', secret: 'hush' }
const OPTIONS = 'the options are host, port, apps, activityTimeout, pongTimeout'

it.each([
  [{ hots: 'x' }, `Unknown option hots; ${OPTIONS}`],
  [{ host: 1 }, 'Option host must be a non-empty string, but it is 1'],
  [{ host: '' }, 'Option host must be a non-empty string, but it is ""'],
  [{ port: '6001' }, 'Option port must be a whole number from 0 to 65535, but it is "6001"'],
  [{ port: -1 }, 'Option port must be a whole number from 0 to 65535, but it is -1'],
  [{ port: 65_536 }, 'Option port must be a whole number from 0 to 65535, but it is 65536'],
  [{ port: 1.5 }, 'Option port must be a whole number from 0 to 65535, but it is 1.5'],
  [{ apps: [] }, 'Option apps must be a list of at least one app { appId, key, secret }'],
  [{ apps: APP }, 'Option apps must be a list of at least one app { appId, key, secret }'],
  [{ apps: ['id:key:hush'] }, 'Option apps[0] must be an object { appId, key, secret }'],
  [{ apps: [{ ...APP, appId: '' }] }, 'Option apps[0].appId must be a non-empty string'],
  [{ apps: [{ ...APP, appId: 123 }] }, 'Option apps[0].appId must be a non-empty string'],
  [{ apps: [APP, { appId: 'b', secret: 'hush' }] }, 'Option apps[1].key must be a non-empty string'],
  [{ apps: [{ ...APP, secret: '' }] }, 'Option apps[0].secret must be a non-empty string'],
  [{ apps: [{ ...APP, id: 'x' }] }, 'Unknown option apps[0].id; an app has appId, key, secret'],
  [
    { apps: [APP, { ...APP, key: 'b' }] },
    'Option apps[1].appId is the same as that of apps[0]; each app needs its own',
  ],
  [
    { apps: [APP, { ...APP, appId: 'b' }] },
    'Option apps[1].key is the same as that of apps[0]; each app needs its own',
  ],
  [
    { activityTimeout: 0 },
    'Option activityTimeout must be a number of seconds above 0, at most 86400, but it is 0',
  ],
  [
    { pongTimeout: 86_401 },
    'Option pongTimeout must be a number of seconds above 0, at most 86400, but it is 86401',
  ],
])('%j is refused', async (options, message) => {
  const error = await startEmulator(options as never).catch((reason: unknown) => reason)

  expect(error).toEqual(new TypeError(message))
  expect(message).not.toContain('hush')
})

it('an option that is undefined is one that was not given', async () => {
  await using emulator = await startEmulator({ host: undefined, port: undefined, apps: undefined })

  expect(emulator.serverOptions().appId).toBe('app-id')
})
