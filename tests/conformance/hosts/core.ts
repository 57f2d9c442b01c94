import type { HandlerRequest } from '@pusherkit/core/handlers'
import { createMounts, findMount } from '../app/handlers.ts'
import { createScenes } from '../app/scenes.ts'
import type { CaseRequest } from '../case.ts'
import type { Host } from './host.ts'

/** The handlers themselves, with plain data. */
export const core: Host = {
  name: 'core',
  traits: [],
  async start(upstream) {
    const mounts = createMounts(createScenes<HandlerRequest>(upstream, ({ headers }, name) => headers[name]))
    return {
      async ask(sent) {
        const [path = '', query = ''] = sent.path.split(/\?(.*)/s)
        const mount = findMount(mounts, path)
        const request: HandlerRequest = {
          method: sent.method,
          path: path.slice(mount.path.length) || '/',
          query: Object.fromEntries([...new URLSearchParams(query)].reverse()),
          headers: headersOf(sent),
          ...(sent.send === 'aborted'
            ? { body: undefined, bodyFailure: 'aborted' as const }
            : { body: sent.body }),
        }
        const { status, headers, body } = await mount.handler(request, request)
        return { status, headers, body: sent.method === 'HEAD' ? '' : body }
      },
      async close() {},
    }
  },
}

/** Those given more than once as one, as HTTP means them. */
function headersOf({ headers }: CaseRequest): Record<string, string> {
  const joined = new Headers()
  for (const [name, value] of headers) joined.append(name, value)
  return Object.fromEntries(joined)
}
