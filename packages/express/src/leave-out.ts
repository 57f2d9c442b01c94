import type { BatchEvent, Pusher } from '@pusherkit/core'

/** `trigger` and `triggerBatch` of a client, for everybody but one connection. */
export const leaveOut = (socketId: string, client: Pusher): Pick<Pusher, 'trigger' | 'triggerBatch'> => ({
  trigger: async (channels, event, data, params, options) =>
    client.trigger(
      channels,
      event,
      data,
      isGiven(params) ? withSender(params, socketId) : { socket_id: socketId },
      options,
    ),
  triggerBatch: async (batch, options) =>
    client.triggerBatch(
      Array.isArray(batch) ? batch.map((event: BatchEvent) => withSender(event, socketId)) : batch,
      options,
    ),
})

const isGiven = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null

/** A copy with the sender's id, unless there is one. What is no object is left for the client to refuse. */
const withSender = <T extends object | string>(params: T, socketId: string): T =>
  typeof params === 'object' &&
  params !== null &&
  !Array.isArray(params) &&
  !isGiven(Reflect.get(params, 'socket_id'))
    ? { ...params, socket_id: socketId }
    : params
