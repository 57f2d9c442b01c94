import type { Encryption, PusherOptions } from '@pusherkit/core'
import type {
  ChannelAuthOptions,
  QueryHandlerOptions,
  UserAuthOptions,
  WebhookHandlerOptions,
} from '@pusherkit/core/handlers'
import { createEncryption } from '@pusherkit/encryption'
import { APP, MASTER_KEY, OLD_TOKEN } from './credentials.ts'
import { createHooks, type HeaderOf, throwing } from './hooks.ts'

/** One client and its four routes, at `prefix` + `DEFAULT_PATHS`. */
export interface Scene<Context> {
  readonly name: 'plain' | 'lenient' | 'broken' | 'elsewhere'
  readonly prefix: '' | `/${string}`
  readonly client: PusherOptions
  readonly auth: ChannelAuthOptions<Context>
  readonly userAuth: UserAuthOptions<Context>
  readonly webhooks: WebhookHandlerOptions<Context>
  readonly query: QueryHandlerOptions<Context>
}

/** Where the Channels server listens. */
export type Upstream = Pick<PusherOptions, 'host' | 'port' | 'useTLS'>

const brokenEncryption: Encryption = {
  encrypt: () => '',
  decrypt: () => {
    throw new Error('no key')
  },
  sharedSecret: () => new Uint8Array(),
}

/** Everything a host has to serve. */
export function createScenes<Context>(
  upstream: Upstream,
  headerOf: HeaderOf<Context>,
): readonly Scene<Context>[] {
  const hooks = createHooks(headerOf)
  const onError = () => {}
  const plain: Scene<Context> = {
    name: 'plain',
    prefix: '',
    client: {
      ...upstream,
      ...APP,
      retry: false,
      encryption: createEncryption({ masterKeyBase64: MASTER_KEY }),
    },
    auth: { authorize: throwing(hooks.authorize), onError },
    userAuth: { authenticate: hooks.authenticate, onError },
    webhooks: { on: { '*': hooks.listen }, onError },
    query: { authorize: hooks.authorizeQuery, onError },
  }
  const { encryption: _, ...withoutEncryption } = plain.client
  return [
    plain,
    {
      ...plain,
      name: 'lenient',
      prefix: '/lenient',
      client: withoutEncryption,
      auth: { ...plain.auth, batch: true, strict: false },
      webhooks: { ...plain.webhooks, extraTokens: OLD_TOKEN, maxAge: 600 },
      query: {
        authorize: () => ({ prefixes: ['presence-r'], channels: ['private-none'], info: ['user_count'] }),
      },
    },
    {
      ...plain,
      name: 'broken',
      prefix: '/broken',
      client: { ...plain.client, secret: 'wrong', encryption: brokenEncryption },
    },
    {
      ...plain,
      name: 'elsewhere',
      prefix: '/elsewhere',
      client: { ...plain.client, appId: '404' },
      auth: { ...plain.auth, maxBodyBytes: 48 },
      userAuth: { ...plain.userAuth, maxBodyBytes: 48 },
      webhooks: { ...plain.webhooks, maxBodyBytes: 48 },
    },
  ]
}
