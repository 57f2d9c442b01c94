import { LIMITS } from '../contract/limits.ts'
import { isJsonObject } from '../encoding/json-object.ts'
import { invalid } from './invalid.ts'
import { toJson } from './json.ts'
import { assertUserId } from './user-id.ts'

/**
 * Makes the `user_data` of a sign-in.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_USER_ID`, `ERR_PUSHER_INVALID_PARAMS`, `ERR_PUSHER_INVALID_DATA`
 */
export function toUserData(userData: unknown): string {
  if (!isJsonObject(userData)) {
    invalid(
      'ERR_PUSHER_INVALID_USER_ID',
      'userData',
      userData,
      'it tells who signs in: { id, user_info?, watchlist? }',
    )
  }
  const { id, watchlist } = userData
  assertUserId(id, 'userData.id')
  if (watchlist !== undefined) assertWatchlist(watchlist)
  return toJson(userData, 'userData')
}

function assertWatchlist(watchlist: unknown): void {
  const parameter = 'userData.watchlist'
  if (!Array.isArray(watchlist)) {
    invalid('ERR_PUSHER_INVALID_PARAMS', parameter, watchlist, 'it is an array of user ids')
  }
  const limit = LIMITS.watchlistLength
  if (watchlist.length > limit) {
    invalid(
      'ERR_PUSHER_INVALID_PARAMS',
      parameter,
      watchlist,
      `a user may watch at most ${limit} others`,
      limit,
    )
  }
  for (const [index, id] of watchlist.entries()) assertUserId(id, `${parameter}[${index}]`)
}
