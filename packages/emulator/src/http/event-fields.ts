import { isSocketId, LIMITS } from '@pusherkit/core/contract'
import type { JsonObject } from '../json-object.ts'
import type { AppLimits } from '../options/app-limits.ts'
import { quote } from '../quote.ts'
import { ApiError, badRequest } from './api-error.ts'
import { type Attribute, COUNTS, readAttributes } from './attributes.ts'

/** What every published event has, whichever channels it goes to. */
export interface EventFields {
  readonly event: string
  readonly data: string
  /** The connection that must not receive it. */
  readonly socketId: string | undefined
  readonly info: readonly Attribute[]
}

function readName(name: unknown): string {
  if (typeof name === 'string' && name.length >= 1 && name.length <= LIMITS.eventNameLength) return name
  throw badRequest(
    `Invalid event name ${quote(name)}: it must be a string of 1 to ${LIMITS.eventNameLength} characters`,
  )
}

function readData(data: unknown, { eventDataBytes }: AppLimits): string {
  if (typeof data !== 'string') throw badRequest('data must be a string; encode anything else as JSON text')
  if (Buffer.byteLength(data) <= eventDataBytes) return data
  // Word for word what hosted Pusher answers.
  throw new ApiError(
    413,
    `The data content of this event exceeds the allowed maximum (${eventDataBytes} bytes). See https://pusher.com/docs/channels/server_api/http-api#publishing-events for more info`,
  )
}

function readSocketId(socketId: unknown): string | undefined {
  if (socketId === undefined || socketId === null) return undefined
  if (typeof socketId === 'string' && isSocketId(socketId)) return socketId
  throw badRequest(`Invalid socket_id ${quote(socketId)}: it must be digits, a dot and digits`)
}

function readInfo(info: unknown): readonly Attribute[] {
  if (info === undefined || info === null) return []
  if (typeof info === 'string') return readAttributes(info, COUNTS)
  throw badRequest('info must be a string, with commas between the attributes')
}

/** Reads the fields of an event. */
export const readEventFields = (fields: JsonObject, limits: AppLimits): EventFields => ({
  event: readName(fields.name),
  data: readData(fields.data, limits),
  socketId: readSocketId(fields.socket_id),
  info: readInfo(fields.info),
})
