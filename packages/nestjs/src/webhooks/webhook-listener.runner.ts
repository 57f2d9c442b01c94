import type { ExecutionContext } from '@nestjs/common'
import { ContextIdFactory, type ExternalContextCreator, ModuleRef } from '@nestjs/core'
import type { WebhookEvent } from '@pusherkit/core'
import { LISTENER_ARGUMENTS } from './on-pusher-webhook.decorator.ts'
import type { FoundListener } from './pusher-webhook.explorer.ts'

/** Calls a listener for an event. */
export type RunListener = (event: WebhookEvent, context: ExecutionContext) => Promise<unknown>

type ListenerInstance = Record<string, (...args: unknown[]) => unknown>
type ContextId = ReturnType<typeof ContextIdFactory.create>

// Without filters: an error that a filter has answered would look like a success, and the event would be lost.
const ENHANCERS = { guards: true, interceptors: true, filters: false }
const ARGUMENTS = { exchangeKeyForValue: (_type: number, _data: unknown, [event]: unknown[]) => event }

/** Makes functions of listeners that run them as Nest runs handlers: with guards, pipes and interceptors. */
export class WebhookListenerRunner {
  readonly #contexts: ExternalContextCreator

  constructor(contexts: ExternalContextCreator) {
    this.#contexts = contexts
  }

  create(listener: FoundListener): RunListener {
    const { wrapper } = listener
    if (wrapper.isDependencyTreeStatic()) return this.#prepare(listener, wrapper.instance)
    return async (event, context) => {
      const request: object = context.switchToHttp().getRequest()
      const contextId = ContextIdFactory.getByRequest(request)
      const module = wrapper.host?.providers.get(ModuleRef)?.instance as ModuleRef
      module.registerRequestByContextId(request, contextId)
      const instance: ListenerInstance = await module.resolve(wrapper.token as string, contextId)
      return this.#prepare(listener, instance, contextId)(event, context)
    }
  }

  #prepare(
    { wrapper, method }: FoundListener,
    instance: ListenerInstance,
    contextId?: ContextId,
  ): RunListener {
    return this.#contexts.create(
      instance,
      instance[method] as ListenerInstance[string],
      method,
      LISTENER_ARGUMENTS,
      ARGUMENTS,
      contextId,
      contextId && wrapper.id,
      ENHANCERS,
      'pusher-webhook',
    )
  }
}
