import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import type { ModuleRef } from '@nestjs/core'
import { logUnpublished } from '../client/log-unpublished.ts'
import { broadcastRulesOf } from './broadcast-metadata.ts'
import type { PusherBroadcaster } from './pusher.broadcaster.ts'

type Listener = (name: unknown, ...values: unknown[]) => Promise<unknown>

/** What is used of an `EventEmitter2`. */
interface Emitter {
  onAny(listener: Listener): unknown
  offAny(listener: Listener): unknown
}

/**
 * Publishes what `@nestjs/event-emitter` emits, where its class has `@BroadcastOn`: the code that emits need not know
 * Pusher. `emit` does not wait for it, `emitAsync` does. What fails is logged.
 */
export class BroadcastEventListener implements OnModuleInit, OnApplicationShutdown {
  readonly #broadcaster: PusherBroadcaster
  readonly #moduleRef: ModuleRef
  readonly #logger = new Logger('Pusher')
  readonly #pending = new Set<Promise<unknown>>()
  #emitter: Emitter | undefined

  constructor(broadcaster: PusherBroadcaster, moduleRef: ModuleRef) {
    this.#broadcaster = broadcaster
    this.#moduleRef = moduleRef
  }

  /** @throws {Error} When the application has no `EventEmitterModule`. */
  async onModuleInit(): Promise<void> {
    this.#emitter = await findEmitter(this.#moduleRef)
    this.#emitter.onAny(this.#listen)
  }

  /** Waits for what is being published. Not earlier: requests that are still being answered emit until here. */
  async onApplicationShutdown(): Promise<void> {
    this.#emitter?.offAny(this.#listen)
    await Promise.all(this.#pending)
  }

  readonly #listen: Listener = (_name, ...values) =>
    Promise.all(
      values.filter((value) => broadcastRulesOf(value)).map((event) => this.#publish(event as object)),
    )

  #publish(event: object): Promise<unknown> {
    const published = this.#broadcaster
      .dispatch(event)
      .catch((thrown: unknown) => logUnpublished(this.#logger, event.constructor.name, thrown))
      .finally(() => this.#pending.delete(published))
    this.#pending.add(published)
    return published
  }
}

async function findEmitter(moduleRef: ModuleRef): Promise<Emitter> {
  try {
    const { EventEmitter2 } = await import('@nestjs/event-emitter')
    return moduleRef.get(EventEmitter2, { strict: false })
  } catch (cause) {
    throw new Error(
      'broadcastEvents needs @nestjs/event-emitter: install it, and import EventEmitterModule.forRoot() into the root module',
      { cause },
    )
  }
}
