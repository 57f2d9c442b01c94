import { signRequest } from '@pusherkit/core/signing'
import type { App } from '../apps/app.ts'
import type { Answer } from '../http/answer.ts'
import type { ApiRequest } from '../http/api.ts'

/** An event as somebody typed it. Nothing is checked yet: the API does. */
export interface Draft {
  readonly channel: string
  readonly event: string
  readonly data: string
}

/**
 * Publishes an event the way a server does: as a signed request to the HTTP API. The same checks refuse it, and it is
 * in the journal like any other.
 *
 * @param answer Answers a request to the HTTP API.
 */
export function publishDraft(app: App, draft: Draft, answer: (request: ApiRequest) => Answer): Answer {
  const { event: name, channel, data } = draft
  const spec = {
    method: 'POST',
    path: `/apps/${encodeURIComponent(app.appId)}/events`,
    query: new Map(),
    body: JSON.stringify({ name, channel, data }),
  } as const
  const { target } = signRequest(spec, app.token, '', app.clock.now())
  const [path = '', query = ''] = target.split('?')
  return answer({ method: spec.method, path, query, body: Buffer.from(spec.body) })
}
