import { type ReceivedRequest, verifyRequest } from '@pusherkit/core/signing'
import type { AppTable } from '../apps/app-table.ts'
import { quote } from '../quote.ts'
import { type Answer, jsonAnswer, textAnswer } from './answer.ts'
import { ApiError } from './api-error.ts'
import { refuseExtraneous } from './query.ts'
import { matchRoute } from './routes.ts'

/** A request whose body was read to its end. */
export interface ApiRequest extends ReceivedRequest {
  readonly body: Uint8Array
}

function answer(request: ApiRequest, apps: AppTable, now: number): Answer {
  const { route, appId, subject } = matchRoute(request.method, request.path)
  const app = apps.byId(appId)
  if (!app) throw new ApiError(404, `App not found: no app has the id ${quote(appId)}`)
  const verdict = verifyRequest(request, (key) => (key === app.token.key ? app.token : undefined), now)
  if (!verdict.ok) throw new ApiError(verdict.status, verdict.message)
  if (!app.rules.enabled) throw new ApiError(403, 'The app is disabled')
  refuseExtraneous(verdict.query, route.parameters)
  return jsonAnswer(route.endpoint({ app, subject, query: verdict.query, body: request.body }))
}

/**
 * Answers a request to the HTTP API: finds the endpoint and the app, verifies the signature over the bytes as they
 * came, and only then looks at what they say.
 *
 * @param now The clock, in ms since 1970.
 */
export function answerApi(request: ApiRequest, apps: AppTable, now: number): Answer {
  try {
    return answer(request, apps, now)
  } catch (error) {
    if (error instanceof ApiError) return textAnswer(error.status, error.message)
    return textAnswer(500, `The emulator could not handle this request: ${error}`)
  }
}
