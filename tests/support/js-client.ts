import { channelAuth, createToken, userAuth } from '@pusherkit/core/signing'
import type { Channel, Options } from 'pusher-js'
import pusherJs from 'pusher-js'

// pusher-js is CommonJS whose types promise a `default` property; in Node the module itself is the class.
export const PusherClient = pusherJs as unknown as typeof pusherJs.default

/** What a client has to know of a server: an emulator has it. */
interface ChannelsServer {
  serverOptions(): { readonly key: string; readonly secret: string }
  clientOptions(): Options
}

/** Who the application server takes a client for. */
export interface JsUser {
  readonly id: string
  readonly user_info?: object
}

/** A real pusher-js client whose application server says yes to everybody, as the user it is given. */
export class JsClient implements Disposable {
  readonly pusher: InstanceType<typeof PusherClient>

  constructor(server: ChannelsServer, user: JsUser = { id: 'ada' }, options: Partial<Options> = {}) {
    const token = createToken(server.serverOptions())
    this.pusher = new PusherClient(token.key, {
      ...server.clientOptions(),
      channelAuthorization: {
        transport: 'ajax',
        endpoint: 'unused',
        customHandler: ({ socketId, channelName }, callback) => {
          const channel_data = JSON.stringify({ user_id: user.id, user_info: user.user_info })
          callback(
            null,
            channelName.startsWith('presence-')
              ? { auth: channelAuth(token, socketId, channelName, channel_data), channel_data }
              : { auth: channelAuth(token, socketId, channelName) },
          )
        },
      },
      userAuthentication: {
        transport: 'ajax',
        endpoint: 'unused',
        customHandler: ({ socketId }, callback) => {
          const user_data = JSON.stringify(user)
          callback(null, { auth: userAuth(token, socketId, user_data), user_data })
        },
      },
      ...options,
    })
  }

  /** The id of the connection. Known once a subscription succeeded. */
  get socketId(): string {
    return this.pusher.connection.socket_id
  }

  /** Subscribes and waits for the server's answer. Rejects when it is no. */
  async subscribe<T extends Channel = Channel>(name: string): Promise<T> {
    const channel = this.pusher.subscribe(name)
    const refused = event(channel, 'pusher:subscription_error').then((error) => {
      throw new Error(`${name} was refused: ${JSON.stringify(error)}`)
    })
    await Promise.race([event(channel, 'pusher:subscription_succeeded'), refused])
    return channel as T
  }

  [Symbol.dispose](): void {
    this.pusher.disconnect()
  }
}

interface Emitter {
  bind(event: string, callback: (data: never) => void): unknown
}

/** The data of the next event of this name. */
export const event = <T = unknown>(emitter: Emitter, name: string): Promise<T> =>
  new Promise((resolve) => emitter.bind(name, resolve as (data: never) => void))
