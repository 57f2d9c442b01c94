import { APP } from '../app/credentials.ts'
import { type Answer, type CaseRequest, JSON_TYPE, json } from '../case.ts'

/** A webhook with one event. */
export const one: string =
  '{"time_ms":1700000000000,"events":[{"name":"channel_occupied","channel":"private-a"}]}'

/** The headers of a webhook with this signature. */
export const signed = (signature: string, key: string = APP.key): CaseRequest['headers'] => [
  ['Content-Type', JSON_TYPE],
  ['X-Pusher-Key', key],
  ['X-Pusher-Signature', signature],
]

/** The headers of {@link one}. */
export const signedOne: CaseRequest['headers'] = signed(
  '91766e707e648d9b06904da8ff046c688700967436ac84b8a8f66f13dd67806d',
)

/** What is answered to a signature that is not the right one. */
export const NOT_ITS_SIGNATURE: Answer = json(
  401,
  '{"code":"ERR_PUSHER_WEBHOOK_SIGNATURE","message":"x-pusher-signature is not the signature of this body: is the secret right, and did nothing change the body?"}',
)
