import { Pusher, type PusherOptions, signWebhook } from '@pusherkit/core'
import { channelAuth, createToken, userAuth } from '@pusherkit/core/signing'

/** What the program is told. */
export interface Task {
  /** The emulator. */
  readonly server: PusherOptions
  /** A port that nobody listens on. */
  readonly closedPort: number
}

/** The app of the documentation's examples. */
const documented = { key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' }

/** Uses core as an application would, and reports what came of it. The same in every runtime, to the letter. */
export async function exercise({ server, closedPort }: Task): Promise<Record<string, unknown>> {
  const pusher = new Pusher(server)
  const triggered = await pusher.trigger('private-runtimes', 'greeting', { text: 'Grüße, 日本 👋' })
  const batch = await pusher.triggerBatch([
    { channel: 'private-runtimes', name: 'first', data: [1] },
    { channel: 'private-runtimes', name: 'second', data: 'x'.repeat(10_000) },
  ])
  const { channels } = await pusher.channels({ prefix: 'private-' })

  const token = createToken(documented)
  const signer = new Pusher({ appId: '3', ...documented })
  const signed = signWebhook(documented, { events: [{ name: 'channel_occupied', channel: 'é' }] })
  const refused: unknown = await new Pusher({ ...server, port: closedPort })
    .channels()
    .catch((error) => error)

  return {
    trigger: triggered.status,
    triggerBatch: batch.status,
    channels,
    channelAuth: channelAuth(token, '1234.1234', 'private-foobar'),
    userAuth: userAuth(token, '1234.1234', '{"id":"12345"}'),
    authorizeChannel: signer.authorizeChannel('1234.1234', 'private-foobar'),
    authenticateUser: signer.authenticateUser('1234.1234', { id: '12345' }),
    webhook: signer.webhook(signed).isValid() ? signer.webhook(signed).getEvents() : 'not valid',
    forgedWebhook: signer.webhook({ ...signed, rawBody: `${signed.rawBody} ` }).isValid(),
    refused: (refused as { code?: unknown }).code,
    givenAway: ['auth_signature', server.secret].filter((secret) => everythingIn(refused).includes(secret)),
  }
}

/** All that can be read from an error and its causes: some runtimes put the URL they failed at into them. */
function everythingIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.getOwnPropertyNames(value)
    .map((name) => everythingIn((value as Record<string, unknown>)[name]))
    .join('\n')
}
