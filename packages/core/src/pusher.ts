import { createClient, type Send, type World } from './client.ts'
import { type Environment, optionsFromEnvironment, processEnvironment } from './config/from-environment.ts'
import { optionsFromUrl } from './config/from-url.ts'
import type { PusherOptions } from './config/pusher-options.ts'
import { resolveConfig } from './config/resolve-config.ts'
import type { Rules } from './config/rules.ts'
import type { CallOptions } from './contract/call-options.ts'
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
import type { AnyEvents, ChannelName, EventData, EventMap, EventName } from './contract/event-map.ts'
import { PusherRequestError } from './error/request-error.ts'
import { PusherWebhookError } from './error/webhook-error.ts'
import { setInternals } from './internals.ts'
import { batchRequest } from './request/batch.ts'
import { channelRequest, channelsRequest, usersRequest } from './request/queries.ts'
import { getRequest, postRequest } from './request/raw.ts'
import type { RequestSpec } from './request/request-spec.ts'
import { terminateRequest } from './request/terminate.ts'
import { triggerRequest, userEventRequest } from './request/trigger.ts'
import type { PusherResponse } from './response/pusher-response.ts'
import type { JsonObject, ResourceOf, TriggerBatchResult, TriggerResult } from './response/results.ts'
import { Signer } from './signer.ts'
import { Token } from './signing/token.ts'
import type { BatchEventOf } from './typed/batch-event.ts'
import type { EventDefinitions } from './typed/event-definitions.ts'
import { validateBatch, validateTrigger } from './typed/validate-publish.ts'
import type { GetOptions, PostOptions, TriggerParams } from './types.ts'
import { pickCallOptions, toCallOptions } from './validate/call-options.ts'

const WORLD: World = { now: () => Date.now(), clock: () => performance.now(), random: () => Math.random() }

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
export class Pusher<Events extends EventMap = AnyEvents> extends Signer implements ChannelQueries {
  readonly #rules: Rules
  readonly #events: EventDefinitions<Events> | undefined
  readonly #send: Send

  /** @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` */
  constructor(options: PusherOptions<Events>) {
    const config = resolveConfig(options)
    super(config)
    this.#rules = config.rules
    this.#events = options.events
    this.#send = createClient(config, WORLD)
    setInternals(this, { config, events: options.events, send: this.#send })
  }

  /**
   * Publishes one event to the subscribers of one channel, or of up to 100.
   *
   * @param data A string is sent as it is, anything else as JSON: at most 10,240 bytes of UTF-8.
   * @param params `{ socket_id, info }`, or the socket id alone: the connection that is left out, usually the
   *   sender's own.
   * @returns The API accepted the event. With `info`, `json()` tells the counts by channel.
   */
  async trigger<const Channel extends ChannelName<Events>, const Event extends EventName<Events, Channel>>(
    channels: Channel | readonly Channel[],
    event: Event,
    data: EventData<Events, Channel, Event>,
    params?: TriggerParams | string | null,
    options?: CallOptions,
  ): Promise<PusherResponse<TriggerResult>> {
    const checked = this.#events ? await validateTrigger(this.#events, channels, event, data) : data
    return this.#send(triggerRequest(channels, event, checked, params, this.#rules), toCallOptions(options))
  }

  /** Publishes 1–10 events, each to a channel of its own, with one request. */
  async triggerBatch(
    batch: readonly BatchEventOf<Events>[],
    options?: CallOptions,
  ): Promise<PusherResponse<TriggerBatchResult>> {
    const checked = this.#events ? await validateBatch(this.#events, batch) : batch
    return this.#send(batchRequest(checked, this.#rules), toCallOptions(options))
  }

  /** Publishes one event to every connection that a user is signed in on, whatever it is subscribed to. */
  async sendToUser(
    userId: string,
    event: string,
    data: unknown,
    options?: CallOptions,
  ): Promise<PusherResponse<TriggerResult>> {
    return this.#send(userEventRequest(userId, event, data, this.#rules), toCallOptions(options))
  }

  /**
   * Ends every connection that a user is signed in on. Clients connect again by themselves: to keep a user out, refuse
   * the sign-in first.
   */
  async terminateUserConnections(userId: string, options?: CallOptions): Promise<PusherResponse<JsonObject>> {
    return this.#send(terminateRequest(userId), toCallOptions(options))
  }

  /** Lists the occupied channels. `user_count` needs a `prefix` that starts with `presence-`. */
  async channels<const Info extends ChannelListAttribute = never>(
    options?: ChannelsOptions<Info>,
  ): Promise<ChannelsResult<Info>> {
    const given = options ?? {}
    return this.#json(channelsRequest(given), pickCallOptions(given))
  }

  /** Tells whether anybody is subscribed to a channel, and the attributes asked for by `info`. */
  async channel<const Info extends ChannelAttribute = never>(
    name: string,
    options?: ChannelOptions<Info>,
  ): Promise<ChannelResult<Info>> {
    const given = options ?? {}
    return this.#json(channelRequest(name, given, this.#rules.maxChannelLength), pickCallOptions(given))
  }

  /** Lists the ids of the members of a presence channel. */
  async users(name: string, options?: CallOptions): Promise<UsersResult> {
    const call = toCallOptions(options)
    return this.#json(usersRequest(name, this.#rules.maxChannelLength), call)
  }

  /** Reads any resource below the app, e.g. `{ path: '/channels', params: { filter_by_prefix: 'presence-' } }`. */
  async get<const Path extends string>(options: GetOptions<Path>): Promise<PusherResponse<ResourceOf<Path>>> {
    return this.#send(getRequest(options), pickCallOptions(options))
  }

  /** Posts to any resource below the app. The body is written as JSON; a string is sent as it is. */
  async post<T = JsonObject>(options: PostOptions): Promise<PusherResponse<T>> {
    return this.#send(postRequest(options), pickCallOptions(options))
  }

  async #json<T>(request: RequestSpec, call: CallOptions): Promise<T> {
    return (await this.#send<T>(request, call)).json()
  }

  /**
   * A client from `https://KEY:SECRET@HOST:PORT/apps/APP_ID`. The URL wins over the options.
   *
   * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`, which never shows the URL.
   */
  static forURL<Events extends EventMap = AnyEvents>(
    url: string,
    options?: Partial<PusherOptions<Events>>,
  ): Pusher<Events> {
    return new Pusher({ ...options, ...optionsFromUrl(url, 'url') })
  }

  /** A client for a cluster of hosted Pusher. */
  static forCluster<Events extends EventMap = AnyEvents>(
    cluster: string,
    options: PusherOptions<Events>,
  ): Pusher<Events> {
    return new Pusher({ ...options, cluster })
  }

  /**
   * A client from `PUSHER_URL`, or from `PUSHER_APP_ID`, `PUSHER_APP_KEY`, `PUSHER_APP_SECRET` with
   * `PUSHER_APP_CLUSTER` or with `PUSHER_HOST`, `PUSHER_PORT` and `PUSHER_SCHEME`. The options win over the variables.
   *
   * @param env The variables; those of the process unless given.
   * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` that names the missing variables.
   */
  static fromEnv<Events extends EventMap = AnyEvents>(
    options?: Partial<PusherOptions<Events>>,
    env: Environment = processEnvironment(),
  ): Pusher<Events> {
    return new Pusher({ ...optionsFromEnvironment(env), ...options })
  }

  static readonly Token: typeof Token = Token
  static readonly RequestError: typeof PusherRequestError = PusherRequestError
  static readonly WebHookError: typeof PusherWebhookError = PusherWebhookError
}
