/** One app that the emulator serves: what the dashboard of hosted Pusher calls its App Keys. */
export interface AppCredentials {
  /** The id in the path of the HTTP API. */
  readonly appId: string
  /** The public key that clients connect with. */
  readonly key: string
  /** The secret that signs requests and subscriptions. */
  readonly secret: string
}

/** What {@link startEmulator} can be told. Everything has a default. */
export interface EmulatorOptions {
  /** The address to listen on. `127.0.0.1` unless told: only this machine can connect. */
  readonly host?: string | undefined
  /** The TCP port, 0 to 65535. `0`, the default, lets the system choose a free one. */
  readonly port?: number | undefined
  /** The apps to serve. One unless told: id `app-id`, key `app-key`, secret `app-secret`. */
  readonly apps?: readonly AppCredentials[] | undefined
  /** Seconds of silence after which the emulator pings a client, and after which it asks clients to ping. 120. */
  readonly activityTimeout?: number | undefined
  /** Seconds that a pinged client has to answer before it is closed with code 4201. 30. */
  readonly pongTimeout?: number | undefined
}
