import fc from 'fast-check'
import { CHANNELS, type Command, LAST } from './cast.ts'

const client = fc.nat(LAST - 1)
const channel = fc.constantFrom(...CHANNELS)
const kinds = <Kind extends string>(...all: Kind[]): fc.Arbitrary<Kind> => fc.constantFrom(...all)

/** Anything that can be done, the common more often. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: kinds('connect'), client }) },
  { weight: 4, arbitrary: fc.record({ kind: kinds('disconnect', 'signin', 'signin'), client }) },
  { weight: 6, arbitrary: fc.record({ kind: kinds('subscribe'), client, channel }) },
  { weight: 6, arbitrary: fc.record({ kind: kinds('unsubscribe', 'whisper', 'whisper'), client, channel }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      channels: fc.uniqueArray(fc.constantFrom(...CHANNELS, '#server-to-user-ada', '#server-to-user-bob'), {
        minLength: 1,
        maxLength: 3,
      }),
      except: client,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: kinds('terminate'), user: fc.constantFrom('ada', 'bob', 'nobody') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(400, 600, 1_800_000) }),
  },
)

/** What every story ends with: somebody new comes to every channel, so that each has something last to tell. */
export const ENDING: readonly Command[] = [
  { kind: 'connect', client: LAST },
  ...CHANNELS.map((name) => ({ kind: 'subscribe', client: LAST, channel: name }) as const),
]
