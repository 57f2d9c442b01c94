import { expect, it } from 'vitest'
import { readWebhooks } from '../../src/webhooks/webhook-settings.ts'

const url = 'http://127.0.0.1:3000/hook'
const KINDS =
  'channel_occupied, channel_vacated, member_added, member_removed, client_event, cache_miss, subscription_count'

it.each([
  ['x', 'Option apps[1].webhooks must be a list of webhooks { url }'],
  [{ url }, 'Option apps[1].webhooks must be a list of webhooks { url }'],
  [[url], 'Option apps[1].webhooks[0] must be an object { url }'],
  [[{}], 'Option apps[1].webhooks[0].url must be a URL that starts with http:// or https://'],
  [
    [{ url }, { url: '/hush' }],
    'Option apps[1].webhooks[1].url must be a URL that starts with http:// or https://',
  ],
  [
    [{ url: 'ftp://localhost/hush' }],
    'Option apps[1].webhooks[0].url must be a URL that starts with http:// or https://',
  ],
  [
    [{ url: 'http://user:hush@localhost/' }],
    "Option apps[1].webhooks[0].url must have no user name and password; the webhook's signature says who sent it",
  ],
  [
    [{ url, evnts: [] }],
    'Unknown option apps[1].webhooks[0].evnts; a webhook has url, events, batch, channelPrefix, vacatedDelay, retryFor',
  ],
  [
    [{ url, events: [] }],
    'Option apps[1].webhooks[0].events must be a list of at least one kind of event; leave it out for all',
  ],
  [
    [{ url, events: ['cache_miss', 'cache_hit'] }],
    `Option apps[1].webhooks[0].events[1] must be one of ${KINDS}, but it is "cache_hit"`,
  ],
  [[{ url, batch: 1 }], 'Option apps[1].webhooks[0].batch must be true or false, but it is 1'],
  [
    [{ url, channelPrefix: '' }],
    'Option apps[1].webhooks[0].channelPrefix must be a non-empty string, but it is ""',
  ],
  [
    [{ url, vacatedDelay: -1 }],
    'Option apps[1].webhooks[0].vacatedDelay must be a number of seconds from 0 to 86400, but it is -1',
  ],
  [
    [{ url, retryFor: '300' }],
    'Option apps[1].webhooks[0].retryFor must be a number of seconds from 0 to 86400, but it is "300"',
  ],
])('%j is refused', (value, message) => {
  expect(() => readWebhooks(value, 'apps[1].webhooks')).toThrow(new TypeError(message))
  expect(message).not.toContain('hush')
})

it('only the URL is needed', () => {
  expect(readWebhooks([{ url: 'HTTP://LocalHost:3000?a=b#c', events: undefined }], 'webhooks')).toEqual([
    {
      url: 'http://localhost:3000/?a=b',
      events: undefined,
      batch: false,
      channelPrefix: undefined,
      vacatedDelay: 3,
      retryFor: 300,
    },
  ])
})

it('everything can be told', () => {
  const webhook = {
    url: 'https://example.com/hook',
    events: ['client_event'],
    batch: true,
    channelPrefix: 'private-',
    vacatedDelay: 0,
    retryFor: 0.5,
  }

  expect(readWebhooks([webhook], 'webhooks')).toEqual([webhook])
})

it('no webhooks are none', () => {
  expect(readWebhooks(undefined, 'webhooks')).toEqual([])
})
