import { type ExecutionContext, Logger, type OnModuleInit } from '@nestjs/common'
import { DiscoveryService, ExternalContextCreator, MetadataScanner, ModuleRef } from '@nestjs/core'
import type { WebhookEvent } from '@pusherkit/core'
import { CLIENT_SCOPE, type ClientScope } from '../client/client-scope.ts'
import { injectInto } from '../client/inject-into.ts'
import { getPusherToken } from '../client/pusher.token.ts'
import { type FoundListener, PusherWebhookExplorer } from './pusher-webhook.explorer.ts'
import { type RunListener, WebhookListenerRunner } from './webhook-listener.runner.ts'

/** The methods that listen to one client's webhooks. */
export class PusherWebhookListeners implements OnModuleInit {
  readonly #explorer: PusherWebhookExplorer
  readonly #runner: WebhookListenerRunner
  readonly #moduleRef: ModuleRef
  readonly #scope: ClientScope
  readonly #listeners = new Map<string, RunListener[]>()

  constructor(
    discovery: DiscoveryService,
    scanner: MetadataScanner,
    contexts: ExternalContextCreator,
    moduleRef: ModuleRef,
    scope: ClientScope,
  ) {
    this.#explorer = new PusherWebhookExplorer(discovery, scanner)
    this.#runner = new WebhookListenerRunner(contexts)
    this.#moduleRef = moduleRef
    this.#scope = scope
  }

  /** @throws {Error} For a listener to the webhooks of a client that no module has. */
  onModuleInit(): void {
    for (const listener of this.#explorer.explore()) {
      this.#assertClient(listener)
      if (listener.client !== this.#scope.name) continue
      if (!this.#scope.servesWebhooks) new Logger('Pusher').warn(`${nameOf(listener)} ${NO_ROUTE}`)
      const existing = this.#listeners.get(listener.name) ?? []
      this.#listeners.set(listener.name, [...existing, this.#runner.create(listener)])
    }
  }

  /** Tells every listener of an event. Rejects when one did, after all of them are done. */
  async dispatch(event: WebhookEvent, context: ExecutionContext): Promise<void> {
    const listeners = this.#listeners.get(event.name) ?? this.#listeners.get('*') ?? []
    const results = await Promise.allSettled(listeners.map((run) => run(event, context)))
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    if (errors.length > 1) throw new AggregateError(errors, `${errors.length} listeners failed`)
    if (errors.length === 1) throw errors[0]
  }

  #assertClient(listener: FoundListener): void {
    try {
      this.#moduleRef.get(getPusherToken(listener.client), { strict: false })
    } catch (cause) {
      const { client } = listener
      const missing =
        client === undefined
          ? 'the default client, but no PusherModule is without a name'
          : `the client ${JSON.stringify(client)}, but no PusherModule has that name`
      throw new Error(`${nameOf(listener)} listens to the webhooks of ${missing}`, { cause })
    }
  }
}

injectInto(
  PusherWebhookListeners,
  DiscoveryService,
  MetadataScanner,
  ExternalContextCreator,
  ModuleRef,
  CLIENT_SCOPE,
)

const NO_ROUTE =
  'listens to webhooks, but no route receives them: add `routes: { webhooks: {} }` to PusherModule.forRoot'

const nameOf = ({ wrapper, method }: FoundListener): string => `${String(wrapper.name)}.${method}`
