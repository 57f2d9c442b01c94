import type { Clock } from '../clock.ts'
import type { WebhookDelivery } from '../webhooks/delivery.ts'
import type { WebhookOptions } from '../webhooks/webhook-options.ts'
import type { AppLimits } from './app-limits.ts'

/** The names of an app: what the dashboard of hosted Pusher calls its App Keys. */
export interface AppCredentials {
  /** The id in the path of the HTTP API. */
  readonly appId: string
  /** The public key that clients connect with. */
  readonly key: string
  /** The secret that signs requests and subscriptions. */
  readonly secret: string
}

/** One app that the emulator serves: its credentials, and what hosted Pusher has in its App Settings. */
export interface AppOptions extends AppCredentials {
  /** Whether anybody may use it: otherwise clients are closed with 4003 and the HTTP API answers 403. True. */
  readonly enabled?: boolean | undefined
  /** Whether clients may publish `client-` events. True. */
  readonly clientEvents?: boolean | undefined
  /** Whether subscriptions are counted: for subscribers, for `info=subscription_count`, for webhooks. True. */
  readonly subscriptionCounts?: boolean | undefined
  /** Whether users are told when those on their watchlist come and go. True. */
  readonly watchlists?: boolean | undefined
  /**
   * Whether every connection must soon sign in or join a private or presence channel, and is closed with 4009
   * otherwise. False. Hosted Pusher: "Authorized connections".
   */
  readonly userAuthentication?: boolean | undefined
  /** Seconds that a connection has for that. 30. */
  readonly userAuthenticationTimeout?: number | undefined
  /** How many connections may be open at a time; the next one is closed with 4004. Any number unless told. */
  readonly maxConnections?: number | undefined
  /** Where webhooks go. None unless told. */
  readonly webhooks?: readonly WebhookOptions[] | undefined
  /** Limits of the protocol that differ for this app. */
  readonly limits?: Partial<AppLimits> | undefined
}

/** What {@link startEmulator} can be told. Everything has a default. */
export interface EmulatorOptions {
  /** The address to listen on. `127.0.0.1` unless told: only this machine can connect. */
  readonly host?: string | undefined
  /** The TCP port, 0 to 65535. `0`, the default, lets the system choose a free one. */
  readonly port?: number | undefined
  /** The apps to serve. One unless told: id `app-id`, key `app-key`, secret `app-secret`. */
  readonly apps?: readonly AppOptions[] | undefined
  /** Seconds of silence after which the emulator pings a client, and after which it asks clients to ping. 120. */
  readonly activityTimeout?: number | undefined
  /** Seconds that a pinged client has to answer before it is closed with code 4201. 30. */
  readonly pongTimeout?: number | undefined
  /** Told of every try to deliver a webhook, of any app. What it throws becomes a warning of the process. */
  readonly onWebhook?: ((delivery: WebhookDelivery) => void) | undefined
  /** What time it is and when to call back. The machine's own unless told; see {@link createManualClock}. */
  readonly clock?: Clock | undefined
  /** How many entries of what happened are kept, 1 to 1,000,000. The oldest go first. 10,000. */
  readonly journalLimit?: number | undefined
  /** Whether a browser that opens the emulator's address sees the debug console. True. */
  readonly console?: boolean | undefined
  /**
   * What the console asks for before it shows anything: 16 to 200 of `A-Z a-z 0-9 _ -`. Nothing on a loopback
   * address, and a random one on any other, unless told.
   */
  readonly consoleToken?: string | undefined
}
