import { toFetchHandler } from '@pusherkit/core/handlers'
import { createMounts, findMount } from '../app/handlers.ts'
import { createScenes } from '../app/scenes.ts'
import type { CaseRequest } from '../case.ts'
import { sizeOf, toBytes } from './bytes.ts'
import type { Host } from './host.ts'
import { withoutServerHeaders } from './server-headers.ts'

/** `toFetchHandler`, as Hono, Next, Bun, Deno and Workers call it. */
export const fetchHost: Host = {
  name: 'fetch',
  traits: ['fetch'],
  async start(upstream) {
    const mounts = createMounts(
      createScenes<Request>(upstream, ({ headers }, name) => headers.get(name) ?? undefined),
    )
    return {
      async ask(sent) {
        const [path = ''] = sent.path.split('?')
        const mount = findMount(mounts, path)
        const response = await toFetchHandler(mount.handler, { path: mount.path })(toRequest(sent))
        const body = await response.text()
        return {
          status: response.status,
          headers: withoutServerHeaders(response.headers),
          body: sent.method === 'HEAD' ? '' : body,
        }
      },
      async close() {},
    }
  },
}

function toRequest({ method, path, headers, body, send }: CaseRequest): Request {
  const given = new Headers()
  for (const [name, value] of headers) given.append(name, value)
  if (body !== undefined && send !== 'chunked') given.set('content-length', `${sizeOf(body)}`)
  // The Fetch standard has no body for these two.
  const has = body !== undefined && method !== 'GET' && method !== 'HEAD'
  const init = has ? { body: streamOf(toBytes(body), send === 'aborted'), duplex: 'half' as const } : {}
  return new Request(`http://127.0.0.1${path}`, { method, headers: given, ...init })
}

/** In two parts, as networks do. */
const streamOf = (bytes: Uint8Array, isAborted: boolean): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      const half = bytes.length >> 1
      controller.enqueue(bytes.slice(0, half))
      if (isAborted) return controller.error(new Error('aborted'))
      controller.enqueue(bytes.slice(half))
      controller.close()
    },
  })
