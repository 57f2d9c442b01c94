import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common'
import type { PusherOptions } from '@pusherkit/core'
import { CLIENT_OPTIONS } from './client/client-options.ts'
import { closeTransport } from './client/close-transport.ts'
import { injectInto } from './client/inject-into.ts'
import { ConfigurableModuleClass } from './pusher.module-definition.ts'
import type { PusherModuleAsyncOptions, PusherModuleOptions } from './pusher-module-options.interface.ts'

/**
 * Gives the application a `Pusher` to inject, and serves the routes it is told to.
 *
 * ```ts
 * @Module({
 *   imports: [PusherModule.forRoot({ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET', cluster: 'APP_CLUSTER' })],
 * })
 * class AppModule {}
 * ```
 */
export class PusherModule extends ConfigurableModuleClass implements OnApplicationShutdown {
  readonly #options: PusherOptions

  constructor(options: PusherOptions) {
    super()
    this.#options = options
  }

  /** Wrong options stop the application when it starts, with core's `PusherValidationError`. */
  static override forRoot(options: PusherModuleOptions): DynamicModule {
    // biome-ignore lint/complexity/noThisInStatic: the builder reads from `this` which class the module is
    return super.forRoot({ ...options })
  }

  /** As {@link PusherModule.forRoot}, with options that a factory or a class makes, e.g. from a `ConfigService`. */
  static override forRootAsync(options: PusherModuleAsyncOptions): DynamicModule {
    // biome-ignore lint/complexity/noThisInStatic: the builder reads from `this` which class the module is
    return super.forRootAsync(options)
  }

  /** Closes the client's transport, where that can be closed. */
  async onApplicationShutdown(): Promise<void> {
    await closeTransport(this.#options.transport)
  }
}

injectInto(PusherModule, CLIENT_OPTIONS)
