import {
  type CallHandler,
  type ExecutionContext,
  Logger,
  type NestInterceptor,
  type Type,
} from '@nestjs/common'
import type { Pusher } from '@pusherkit/core'
import { concatMap, type Observable } from 'rxjs'
import { injectInto } from '../client/inject-into.ts'
import { logUnpublished } from '../client/log-unpublished.ts'
import { getPusherToken } from '../client/pusher.token.ts'
import { senderOf } from '../socket-id/sender-of.ts'

/** What to publish where. */
export interface TriggerSettings<Result> {
  readonly channelsOf: (result: Result, context: ExecutionContext) => string | readonly string[]
  readonly event: string
  readonly client: string | undefined
}

/** Makes an interceptor class, into which Nest injects the client. */
export function createTriggerInterceptor<Result>({
  channelsOf,
  event,
  client,
}: TriggerSettings<Result>): Type<NestInterceptor<Result, Result>> {
  class PusherTriggerInterceptor implements NestInterceptor<Result, Result> {
    readonly #pusher: Pusher
    readonly #logger = new Logger('Pusher')

    constructor(pusher: Pusher) {
      this.#pusher = pusher
    }

    intercept(context: ExecutionContext, next: CallHandler<Result>): Observable<Result> {
      return next.handle().pipe(
        concatMap(async (result) => {
          await this.#publish(result, context).catch((thrown: unknown) =>
            logUnpublished(this.#logger, event, thrown),
          )
          return result
        }),
      )
    }

    async #publish(result: Result, context: ExecutionContext): Promise<void> {
      await this.#pusher.trigger(channelsOf(result, context), event, result, senderOf(context))
    }
  }
  injectInto(PusherTriggerInterceptor, getPusherToken(client))
  return PusherTriggerInterceptor
}
