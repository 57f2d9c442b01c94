import { PusherValidationError } from '../error/validation-error.ts'
import { toJson } from '../validate/json.ts'
import type {
  EventDefinitions,
  EventParameters,
  EventSchemas,
  InputEvents,
  OutputEvents,
} from './event-definitions.ts'
import { createLookup } from './event-lookup.ts'
import { validateWith } from './validate-with.ts'

const PARAMETERS: EventParameters = { channel: 'channels', event: 'event', data: 'data' }

/**
 * Defines which events there are and checks them before they are sent, with validators of zod, valibot, arktype or any
 * library that follows Standard Schema. What the validator makes of the data (defaults, transforms) is what is sent.
 *
 * ```ts
 * const events = defineEvents({
 *   orders: { created: z.object({ id: z.number() }) },
 *   'private-order-*': { shipped: z.object({ at: z.iso.datetime() }) },
 * })
 * const pusher = new Pusher({ appId, key, secret, cluster, events })
 * ```
 *
 * @param schemas By channel and event name. A `*` at the end of a channel stands for any rest; an exact name wins over
 *   patterns, and the longest pattern over shorter ones.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION` for what is no channel or no validator
 */
export function defineEvents<const Schemas extends EventSchemas>(
  schemas: Schemas,
): EventDefinitions<InputEvents<Schemas>, OutputEvents<Schemas>> {
  const findSchema = createLookup(schemas)
  return {
    validate: async (channels, event, data, parameters = PARAMETERS) => {
      const names = typeof channels === 'string' ? [channels] : channels
      const found = new Set(
        names.map((name, index) => {
          const channel = names === channels ? `${parameters.channel}[${index}]` : parameters.channel
          return findSchema(name, event, { ...parameters, channel })
        }),
      )
      const outputs: unknown[] = []
      for (const schema of found) outputs.push(await validateWith(schema, data, parameters.data))
      assertAlike(outputs, parameters)
      return outputs[0]
    },
  }
}

/** One trigger carries one data. Validators of several channels that make different things of it cannot all have it. */
function assertAlike(outputs: readonly unknown[], { channel, data }: EventParameters): void {
  if (outputs.length < 2 || new Set(outputs.map((output) => toJson(output, data))).size === 1) return
  throw new PusherValidationError(
    'ERR_PUSHER_INVALID_CHANNEL',
    `${channel} have validators that make different data of the same: trigger them one by one`,
    { parameter: channel },
  )
}
