import { display } from '../error/display.ts'
import { invalidOption } from '../validate/options.ts'
import { refusal } from './answers.ts'
import { readStream } from './fetch/read-stream.ts'
import type { Handler, HandlerRequest, HandlerResponse } from './handler.ts'

/** A request handler in the terms of the Fetch standard. It never rejects. */
export type FetchHandler = (request: Request) => Promise<Response>

/** Where a handler is mounted. */
export interface FetchOptions {
  /**
   * The path above the handler, e.g. `/pusher/query`: what is not below it is answered 404. Without it the handler sees
   * the whole path.
   */
  readonly path?: string | undefined
}

/**
 * Turns a handler into `(request: Request) => Promise<Response>`, for Hono, Next, Bun, Deno and Workers. The hooks get the
 * `Request`, whose body is read by then.
 *
 * What a hook throws is told to the handler's `onError`; without one it is written to the console.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` at once
 */
export function toFetchHandler(handler: Handler<Request>, options: FetchOptions = {}): FetchHandler {
  if (typeof handler !== 'function') {
    invalidOption(
      'handler',
      `is ${display(handler)}, but it is what createChannelAuthHandler and its like make`,
    )
  }
  const mount = toMount(options.path)
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname !== mount && !pathname.startsWith(`${mount}/`)) {
      return toResponse(refusal('ERR_PUSHER_NOT_FOUND', `There is nothing at ${display(pathname)}`))
    }
    const answer = await handler(
      {
        method: request.method,
        path: pathname.slice(mount.length) || '/',
        query: firstValues(searchParams),
        headers: Object.fromEntries(request.headers),
        ...(await readStream(request, handler.maxBodyBytes)),
      } satisfies HandlerRequest,
      request,
    )
    if (answer.error !== undefined && handler.hasOnError !== true) console.error(answer.error)
    return toResponse(answer)
  }
}

function toMount(path = ''): string {
  if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) {
    invalidOption('path', `is ${display(path)}, but it is a path such as "/pusher/auth"`, { value: path })
  }
  return path.replace(/\/+$/, '')
}

function firstValues(parameters: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of parameters) values[name] ??= value
  return values
}

/** A body is null where there is none: 304 may not have one, not even an empty one. */
const toResponse = ({ status, headers, body }: HandlerResponse): Response =>
  new Response(body === '' ? null : body, { status, headers })
