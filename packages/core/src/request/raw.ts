import { toBody } from '../validate/body.ts'
import { CALL_KEYS } from '../validate/call-options.ts'
import { assertObject } from '../validate/params.ts'
import { assertPath, toQuery } from '../validate/request-options.ts'
import type { RequestSpec } from './request-spec.ts'

/** `pusher.get({ path, params })`: any resource of the app. */
export function getRequest(options: unknown): RequestSpec {
  assertObject(options, ['path', 'params', ...CALL_KEYS], 'options')
  assertPath(options.path)
  return { method: 'GET', path: options.path, query: toQuery(options.params), body: undefined }
}

/** `pusher.post({ path, body, params })`: any resource of the app. */
export function postRequest(options: unknown): RequestSpec {
  assertObject(options, ['path', 'params', 'body', ...CALL_KEYS], 'options')
  assertPath(options.path)
  return { method: 'POST', path: options.path, query: toQuery(options.params), body: toBody(options.body) }
}
