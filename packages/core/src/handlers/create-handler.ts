import { refusal } from './answers.ts'
import type { Handler, HandlerRequest, HandlerResponse } from './handler.ts'
import { PusherHandlerError } from './handler-error.ts'
import type { Awaitable, HandlerOptions } from './handler-options.ts'
import { toFailure } from './to-failure.ts'

/** Tells the user of a failure. */
export type Tell = (error: PusherHandlerError) => void

/** The inside of a handler: may throw. */
export type Answer<Context> = (
  request: HandlerRequest,
  context: Context,
  tell: Tell,
) => Promise<HandlerResponse>

/** Makes a handler that never rejects: whatever is thrown inside becomes an answer, and `onError` is told. */
export function createHandler<Context>(
  { onError }: HandlerOptions<Context>,
  maxBodyBytes: number,
  answer: Answer<Context>,
): Handler<Context> {
  const handler = async (request: HandlerRequest, context: Context): Promise<HandlerResponse> => {
    const tell: Tell = (error) => void quietly(() => onError?.(error, context))
    try {
      return await answer(request, context, tell)
    } catch (thrown) {
      const { code, message, headers, error } = toFailure(thrown)
      const response = refusal(code, message, headers)
      if (error === undefined) return response
      tell(error)
      return { ...response, error }
    }
  }
  return Object.assign(handler, { maxBodyBytes, hasOnError: onError !== undefined })
}

/**
 * Calls a hook of the user.
 *
 * @throws PusherHandlerError `ERR_PUSHER_HOOK`, with what the hook threw as its cause
 */
export async function callHook<T>(name: string, hook: () => Awaitable<T>): Promise<T> {
  try {
    return await hook()
  } catch (cause) {
    throw new PusherHandlerError('ERR_PUSHER_HOOK', `${name} threw: the cause tells what`, { cause })
  }
}

/** Whoever watches must not decide. */
async function quietly(call: () => unknown): Promise<void> {
  try {
    await call()
  } catch {}
}
