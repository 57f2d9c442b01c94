import { invalid } from '../validate/invalid.ts'
import { assertUserId } from '../validate/user-id.ts'
import { post, type RequestSpec } from './request-spec.ts'

/**
 * `POST /users/{id}/terminate_connections`. Some servers refuse it without a body, so it has an empty object. Every
 * character of a user id is legal in a path; only the ids `.` and `..` would be another path.
 */
export function terminateRequest(userId: unknown): RequestSpec {
  assertUserId(userId, 'userId')
  if (userId === '.' || userId === '..') {
    invalid(
      'ERR_PUSHER_INVALID_USER_ID',
      'userId',
      userId,
      'it cannot stand in a path: it means another folder',
    )
  }
  return post(`/users/${userId}/terminate_connections`, {})
}
