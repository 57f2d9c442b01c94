import type { DiscoveryService, MetadataScanner } from '@nestjs/core'
import { subscriptionsOf, type WebhookSubscription } from './on-pusher-webhook.decorator.ts'

/** What Nest knows of a provider. */
export type ProviderWrapper = ReturnType<DiscoveryService['getProviders']>[number]

/** A method with `@OnPusherWebhook`. */
export interface FoundListener extends WebhookSubscription {
  readonly wrapper: ProviderWrapper
  readonly method: string
}

/** Finds the methods with `@OnPusherWebhook` among all providers of the application. */
export class PusherWebhookExplorer {
  readonly #discovery: DiscoveryService
  readonly #scanner: MetadataScanner

  constructor(discovery: DiscoveryService, scanner: MetadataScanner) {
    this.#discovery = discovery
    this.#scanner = scanner
  }

  explore(): FoundListener[] {
    return this.#discovery
      .getProviders()
      .filter(({ instance, isAlias }) => typeof instance === 'object' && instance !== null && !isAlias)
      .flatMap((wrapper) => {
        const prototype: Readonly<Record<string, unknown>> = Object.getPrototypeOf(wrapper.instance) ?? {}
        return this.#scanner
          .getAllMethodNames(prototype)
          .flatMap((method) =>
            subscriptionsOf(prototype[method]).map((found) => ({ ...found, wrapper, method })),
          )
      })
  }
}
