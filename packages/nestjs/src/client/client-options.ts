import type { InjectionToken, Provider } from '@nestjs/common'
import type { PusherOptions } from '@pusherkit/core'
import { withInstalledTransport } from '@pusherkit/core/transport'

/** The token of the options that a module's client is made of, within that module. */
export const CLIENT_OPTIONS: unique symbol = Symbol('PusherClientOptions')

/** Provides them: what the user said, with the transport of `@pusherkit/undici` where that is installed. */
export const clientOptionsOf = (given: InjectionToken): Provider => ({
  provide: CLIENT_OPTIONS,
  useFactory: (options: PusherOptions) => withInstalledTransport(options, import.meta.url),
  inject: [given],
})
