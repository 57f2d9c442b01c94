import {
  All,
  Controller,
  type ControllerOptions,
  type ExecutionContext,
  Res,
  type Type,
} from '@nestjs/common'
import type { Handler } from '@pusherkit/core/handlers'
import { injectInto } from '../client/inject-into.ts'
import { answer } from './answer.ts'
import { CurrentContext } from './current-context.decorator.ts'

/** A controller to make. */
export interface ControllerSettings extends ControllerOptions {
  /** The injection token of its handler. */
  readonly handler: symbol
  readonly decorators: readonly ClassDecorator[]
  /** The routes below its path, by the name of the method. */
  readonly routes: Readonly<Record<string, string>>
}

/**
 * Makes a controller whose routes one handler answers. Each module gets a class of its own, because paths and guards are
 * metadata of the class.
 */
export function createController({ handler, decorators, routes, ...options }: ControllerSettings): Type {
  class PusherController {
    readonly handler: Handler<ExecutionContext>

    constructor(handler: Handler<ExecutionContext>) {
      this.handler = handler
    }
  }
  const { prototype } = PusherController
  for (const [method, path] of Object.entries(routes)) {
    const depth = path.split('/').filter(Boolean).length
    const value = function (this: PusherController, context: ExecutionContext): Promise<void> {
      return answer(this.handler, context, depth)
    }
    Object.defineProperty(value, 'name', { value: method })
    Object.defineProperty(prototype, method, { value, configurable: true, writable: true })
    // All methods, because what to answer to a wrong one is the handler's to decide.
    All(path)(prototype, method, { value })
    CurrentContext()(prototype, method, 0)
    // With `@Res()` the answer is ours alone: no interceptor can wrap it, and no 201 of `@Post` replaces its status.
    Res()(prototype, method, 1)
  }
  Controller(options)(PusherController)
  injectInto(PusherController, handler)
  for (const decorate of decorators) decorate(PusherController)
  return PusherController
}
