import { signedQuery } from '../signing/sign-request.ts'
import type { Token } from '../signing/token.ts'
import { toBody } from '../validate/body.ts'
import { invalid } from '../validate/invalid.ts'
import { assertObject } from '../validate/params.ts'
import { assertPath, toQuery } from '../validate/request-options.ts'

/** `pusher.createSignedQueryString({ method, path, params, body })`: for a request that somebody else sends. */
export function signedQueryString(options: unknown, token: Token, now: number): string {
  assertObject(options, ['method', 'path', 'params', 'body'], 'options')
  const { method, path } = options
  if (typeof method !== 'string' || !/^[a-z]+$/i.test(method)) {
    invalid('ERR_PUSHER_INVALID_PARAMS', 'options.method', method, 'it is an HTTP method, such as "POST"')
  }
  assertPath(path)
  const spec = {
    method: method.toUpperCase(),
    path,
    query: toQuery(options.params),
    body: toBody(options.body),
  }
  return signedQuery(spec, token, now)
}
