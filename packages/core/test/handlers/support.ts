import type { Handler, HandlerRequest } from '../../src/handlers/index.ts'
import { type Encryption, Pusher } from '../../src/index.ts'

export const app = { appId: '1', key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' } as const
export const pusher: Pusher = new Pusher({ ...app, cluster: 'eu' })

export const encryption: Encryption = {
  encrypt: () => '',
  decrypt: () => undefined,
  sharedSecret: () => new Uint8Array([0, 255, 128]),
}

/** What pusher-js sends. */
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
export const JSON_TYPE = { 'content-type': 'application/json' }

/** A POST of a form, unless told otherwise. */
export const post = (
  body: HandlerRequest['body'],
  request: Partial<HandlerRequest> = {},
): HandlerRequest => ({ method: 'POST', path: '/', query: {}, headers: FORM, body, ...request })

/** An answer with its body parsed. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly content: unknown
  readonly error: unknown
}

/** Asks a handler whose hooks need nothing of the host's request. */
export async function ask(handler: Handler<unknown>, request: HandlerRequest): Promise<Answer> {
  const { status, headers, body, error } = await handler(request, undefined)
  return { status, headers, content: body === '' ? undefined : JSON.parse(body), error }
}
