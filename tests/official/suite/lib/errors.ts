import { Pusher } from '@pusherkit/core'

export const RequestError: unknown = Pusher.RequestError
export const WebHookError: unknown = Pusher.WebHookError
