import { Pusher, type PusherOptions, type RawResponse } from '@pusherkit/core'
import { type RecordedEvent, recordedEvents } from './recorded-event.ts'

/** What a recording client may be told. Its app needs no credentials. */
export type RecordingOptions = Omit<Partial<PusherOptions>, 'transport'>

/** The app of a recording client. */
export const TEST_APP: Pick<PusherOptions, 'appId' | 'key' | 'secret'> = {
  appId: 'app-id',
  key: 'app-key',
  secret: 'app-secret',
}

/**
 * A client that sends nothing: it keeps what was published. Everything else is core's own, checks and signatures too.
 * The server that it stands for has no channels.
 *
 * ```ts
 * const pusher = new RecordingPusher()
 * const app = await Test.createTestingModule({ imports: [AppModule] })
 *   .overrideProvider(Pusher).useValue(pusher).compile()
 * // …
 * expect(pusher.published).toEqual([{ channel: 'orders', event: 'created', data: { id: 7 } }])
 * ```
 */
export class RecordingPusher extends Pusher {
  readonly #published: RecordedEvent[]

  constructor(options: RecordingOptions = {}) {
    const published: RecordedEvent[] = []
    super({
      ...TEST_APP,
      ...options,
      transport: async (request) => {
        published.push(...recordedEvents(request))
        return answerTo(request.target)
      },
    })
    this.#published = published
  }

  /** What was published so far, in order. */
  get published(): readonly RecordedEvent[] {
    return this.#published
  }

  /** Forgets what was published. */
  clear(): void {
    this.#published.length = 0
  }
}

/** The answers of a server whose channels are all empty. */
function answerTo(target: string): RawResponse {
  const [path = ''] = target.split('?')
  const body = path.endsWith('/users')
    ? { users: [] }
    : path.endsWith('/channels')
      ? { channels: {} }
      : path.includes('/channels/')
        ? { occupied: false }
        : {}
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
