/** The credentials of an app. */
export interface App {
  readonly appId: string
  readonly key: string
  readonly secret: string
}

/** The app that the tests talk about. soketi is told about it; it is the emulator's own default as well. */
export const APP: App = { appId: 'app-id', key: 'app-key', secret: 'app-secret' }

/** An app of soketi whose webhooks go to a receiver of the tests. */
export const WEBHOOK_APP: App = { appId: 'webhook-app', key: 'webhook-key', secret: 'webhook-secret' }

/** An app of soketi that may publish to no more than 5 channels a second. */
export const LIMITED_APP: App = { appId: 'limited-app', key: 'limited-key', secret: 'limited-secret' }
export const LIMITED_APP_EVENTS_PER_SECOND: number = 5

const WEBHOOK_EVENTS = [
  'client_event',
  'channel_occupied',
  'channel_vacated',
  'member_added',
  'member_removed',
  'cache_miss',
]

/** The apps in the form of soketi's configuration. */
export const soketiApps = (webhookUrl: string): readonly object[] => {
  const common = { enabled: true, enableClientMessages: true }
  const app = ({ appId: id, key, secret }: App, settings: object) => ({
    id,
    key,
    secret,
    ...common,
    ...settings,
  })
  return [
    app(APP, { enableUserAuthentication: true }),
    app(WEBHOOK_APP, { webhooks: [{ url: webhookUrl, event_types: WEBHOOK_EVENTS }] }),
    app(LIMITED_APP, { maxBackendEventsPerSecond: LIMITED_APP_EVENTS_PER_SECOND }),
  ]
}
