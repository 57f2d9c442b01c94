import { expect, test } from 'vitest'
import { statusOf } from '../../src/response/status-of.ts'

test.each([
  [200, '{}', 200],
  [200, '{"error":"Too many requests.","code":429}', 429],
  [200, '{"error":"The app is unknown","code":"auth_failed"}', 401],
  [200, '{"error":"no","code":"bad_request"}', 400],
  [200, '{"error":"no","code":200}', 200],
  [200, '{"error":{"code":429}}', 200],
  [200, 'not JSON, but "error"', 200],
  [503, '{"error":"no","code":429}', 503],
])('%i %s means %i', (status, body, meant) => {
  expect(statusOf({ status, headers: {}, body })).toBe(meant)
})
