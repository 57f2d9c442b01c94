import { createClient, type Send } from './client.ts'
import type { PusherOptions } from './config/pusher-options.ts'
import { type PusherConfig, resolveConfig } from './config/resolve-config.ts'
import type {
  ChannelAttribute,
  ChannelListAttribute,
  ChannelOptions,
  ChannelQueries,
  ChannelResult,
  ChannelsOptions,
  ChannelsResult,
  UsersResult,
} from './contract/channel-queries.ts'
import { channelRequest, channelsRequest, usersRequest } from './request/queries.ts'
import { getRequest, postRequest } from './request/raw.ts'
import { triggerBatchRequest, triggerRequest } from './request/trigger.ts'
import type { PusherResponse } from './response/pusher-response.ts'
import type { ResourceOf, TriggerBatchResult, TriggerResult } from './response/results.ts'
import type { BatchEvent, GetOptions, PostOptions, TriggerParams } from './types.ts'

/**
 * A client for one app of a Channels server. Make one and keep it: it holds the connections.
 *
 * Every method validates its arguments before anything is sent, and rejects with a `PusherValidationError`; a request
 * that failed rejects with a `PusherRequestError`. Neither ever holds the secret or a signature.
 *
 * ```ts
 * const pusher = new Pusher({ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET', cluster: 'APP_CLUSTER' })
 * await pusher.trigger('my-channel', 'my-event', { message: 'hello world' })
 * ```
 */
export class Pusher implements ChannelQueries {
  readonly #config: PusherConfig
  readonly #send: Send

  /** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
  constructor(options: PusherOptions) {
    this.#config = resolveConfig(options)
    this.#send = createClient(this.#config, () => Date.now())
  }

  /** The app's id. */
  get appId(): string {
    return this.#config.appId
  }

  /** The app's public key, which clients connect with. */
  get key(): string {
    return this.#config.token.key
  }

  /**
   * Publishes one event to the subscribers of one channel, or of up to 100.
   *
   * @param data A string is sent as it is, anything else as JSON: at most 10,240 bytes of UTF-8.
   * @param params `{ socket_id, info }`, or the socket id alone: the connection that is left out, usually the
   *   sender's own.
   * @returns The API accepted the event. With `info`, `json()` tells the counts by channel.
   */
  async trigger(
    channels: string | readonly string[],
    event: string,
    data: unknown,
    params?: TriggerParams | string | null,
  ): Promise<PusherResponse<TriggerResult>> {
    return this.#send(triggerRequest(channels, event, data, params, this.#config.maxChannelLength))
  }

  /** Publishes 1–10 events, each to a channel of its own, with one request. */
  async triggerBatch(batch: readonly BatchEvent[]): Promise<PusherResponse<TriggerBatchResult>> {
    return this.#send(triggerBatchRequest(batch, this.#config.maxChannelLength))
  }

  /** Lists the occupied channels. `user_count` needs a `prefix` that starts with `presence-`. */
  async channels<const Info extends ChannelListAttribute = never>(
    options?: ChannelsOptions<Info>,
  ): Promise<ChannelsResult<Info>> {
    return (await this.#send<ChannelsResult<Info>>(channelsRequest(options))).json()
  }

  /** Tells whether anybody is subscribed to a channel, and the attributes asked for by `info`. */
  async channel<const Info extends ChannelAttribute = never>(
    name: string,
    options?: ChannelOptions<Info>,
  ): Promise<ChannelResult<Info>> {
    const request = channelRequest(name, options, this.#config.maxChannelLength)
    return (await this.#send<ChannelResult<Info>>(request)).json()
  }

  /** Lists the ids of the members of a presence channel. */
  async users(name: string): Promise<UsersResult> {
    const request = usersRequest(name, this.#config.maxChannelLength)
    return (await this.#send<UsersResult>(request)).json()
  }

  /** Reads any resource below the app, e.g. `{ path: '/channels', params: { filter_by_prefix: 'presence-' } }`. */
  async get<const Path extends string>(options: GetOptions<Path>): Promise<PusherResponse<ResourceOf<Path>>> {
    return this.#send(getRequest(options))
  }

  /** Posts to any resource below the app. The body is written as JSON; a string is sent as it is. */
  async post<T = Readonly<Record<string, unknown>>>(options: PostOptions): Promise<PusherResponse<T>> {
    return this.#send(postRequest(options))
  }
}
