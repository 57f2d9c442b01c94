import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'

const APP = { appId: 'id', key: 'key', secret: 'hush' }
const FIELDS =
  'appId, key, secret, enabled, clientEvents, subscriptionCounts, watchlists, userAuthentication, userAuthenticationTimeout, maxConnections, webhooks, limits'
const LIMITS =
  'eventDataBytes, channelsPerTrigger, eventsPerBatch, presenceMembers, presenceDataBytes, clientEventsPerSecond, channelNameLength'
const OPTIONS =
  'the options are host, port, apps, activityTimeout, pongTimeout, onWebhook, clock, journalLimit, console, consoleToken'

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
  [{ apps: [{ ...APP, id: 'x' }] }, `Unknown option apps[0].id; an app has ${FIELDS}`],
  [
    { apps: [{ ...APP, enabled: 'hush'.length }] },
    'Option apps[0].enabled must be true or false, but it is 4',
  ],
  [
    { apps: [{ ...APP, clientEvents: null }] },
    'Option apps[0].clientEvents must be true or false, but it is null',
  ],
  [
    { apps: [{ ...APP, userAuthenticationTimeout: 0 }] },
    'Option apps[0].userAuthenticationTimeout must be a number of seconds above 0, at most 86400, but it is 0',
  ],
  [
    { apps: [{ ...APP, maxConnections: -1 }] },
    'Option apps[0].maxConnections must be a whole number from 0 to 1000000, but it is -1',
  ],
  [
    { apps: [{ ...APP, webhooks: 'http://hush' }] },
    'Option apps[0].webhooks must be a list of webhooks { url }',
  ],
  [{ apps: [{ ...APP, limits: [] }] }, 'Option apps[0].limits must be an object of limits, but it is []'],
  [
    { apps: [{ ...APP, limits: { size: 1 } }] },
    `Unknown option apps[0].limits.size; the limits are ${LIMITS}`,
  ],
  [
    { apps: [{ ...APP, limits: { presenceMembers: 1.5 } }] },
    'Option apps[0].limits.presenceMembers must be a whole number from 1 to 1000000, but it is 1.5',
  ],
  [
    { apps: [APP, { ...APP, limits: { eventDataBytes: 524_289 } }] },
    'Option apps[1].limits.eventDataBytes must be a whole number from 1 to 524288, but it is 524289',
  ],
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

it('settings of an app that are undefined are as if they were not given', async () => {
  const nothing = { enabled: undefined, maxConnections: undefined, webhooks: undefined, limits: undefined }
  await using emulator = await startEmulator({ apps: [{ ...APP, ...nothing }] })

  expect(emulator.serverOptions()).toEqual({ ...APP, host: '127.0.0.1', port: emulator.port, useTLS: false })
})
