import { Pusher, type PusherOptions } from '@pusherkit/core'
import { isPresenceChannel } from '@pusherkit/core/contract'
import type { Channel, Options } from 'pusher-js'
import pusherJs from 'pusher-js'

// pusher-js is CommonJS whose types promise a `default` property; in Node the module itself is the class.
export const PusherClient = pusherJs as unknown as typeof pusherJs.default

/** What a client has to know of a server: an emulator has it. */
interface ChannelsServer {
  serverOptions(): PusherOptions
  clientOptions(): Options
}

/** Who the application server takes a client for. */
export interface JsUser {
  readonly id: string
  readonly user_info?: object
  readonly watchlist?: readonly string[]
}

/** An application server that says yes to everybody, as the user it is given. */
export const authorizedBy = (
  pusher: Pusher,
  user: JsUser,
): Pick<Options, 'channelAuthorization' | 'userAuthentication'> => ({
  channelAuthorization: {
    transport: 'ajax',
    endpoint: 'unused',
    customHandler: ({ socketId, channelName }, callback) => {
      const { id: user_id, ...rest } = user
      const data = isPresenceChannel(channelName) ? { user_id, ...rest } : null
      callback(null, pusher.authorizeChannel(socketId, channelName, data))
    },
  },
  userAuthentication: {
    transport: 'ajax',
    endpoint: 'unused',
    customHandler: ({ socketId }, callback) => callback(null, pusher.authenticateUser(socketId, { ...user })),
  },
})

/** A real pusher-js client. */
export class JsClient implements Disposable {
  readonly pusher: InstanceType<typeof PusherClient>

  /** @param options Options of pusher-js, e.g. `authorizedBy(pusher, user)` for an application server of one's own. */
  constructor(server: ChannelsServer, user: JsUser = { id: 'ada' }, options: Partial<Options> = {}) {
    const pusher = new Pusher(server.serverOptions())
    this.pusher = new PusherClient(pusher.key, {
      ...server.clientOptions(),
      ...authorizedBy(pusher, user),
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
