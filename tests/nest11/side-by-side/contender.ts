import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common'
import type { PusherOptions } from '@pusherkit/core'

/** A module for Nest, with which the same application is written. */
export interface Contender {
  /** The header in which the application expects the caller's socket id. */
  readonly socketIdHeader: string
  /** An application whose `POST /orders` returns `{ id: 7 }` and publishes it, by a decorator, as `created` to `orders`. */
  application(options: PusherOptions): ModuleMetadata
  /** Publishes as `created` to `orders`, by what a service has injected. */
  publish(app: INestApplicationContext, data: unknown): Promise<unknown>
}
