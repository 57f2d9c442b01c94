import { assertPathSegment } from '../validate/path-segment.ts'
import { assertUserId } from '../validate/user-id.ts'
import { post, type RequestSpec } from './request-spec.ts'

/** `POST /users/{id}/terminate_connections`. Some servers refuse it without a body, so it has an empty object. */
export function terminateRequest(userId: unknown): RequestSpec {
  assertUserId(userId, 'userId')
  assertPathSegment(userId, 'ERR_PUSHER_INVALID_USER_ID', 'userId')
  return post(`/users/${userId}/terminate_connections`, {})
}
