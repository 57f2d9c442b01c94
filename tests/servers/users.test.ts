import { Pusher } from '@pusherkit/core'
import { authorizedBy, event, type JsClient } from '@pusherkit/tests-support'
import { expect, test } from 'vitest'
import { collect, eachServer, serverOptions, unique } from './test-server.ts'

interface Message {
  readonly event: string
  readonly channel?: string
}

/** Signs in, and waits until the client is subscribed to its user's own channel too. */
async function signIn(client: JsClient, id: string): Promise<void> {
  const subscribed = new Promise<void>((resolve) => {
    client.pusher.connection.bind('message', ({ event, channel }: Message) => {
      if (event === 'pusher_internal:subscription_succeeded' && channel === `#server-to-user-${id}`) resolve()
    })
  })
  client.pusher.signin()
  await subscribed
}

// The clients here are authenticated by `pusher.authenticateUser`: see tests/support/js-client.ts.
eachServer(['emulator', 'soketi', 'soketi cluster'], (server) => {
  const connectAs = async (id: string): Promise<JsClient> => {
    const client = server.connect({ id, user_info: { name: 'Ada' } })
    await signIn(client, id)
    return client
  }

  test('an event for a user reaches each of its connections, and nobody else', async () => {
    const [ada, ben] = [unique('a=b@c,d.e;f'), unique('ben')]
    const [one, two, other] = [await connectAs(ada), await connectAs(ada), await connectAs(ben)]
    const seen = [one, two, other].map((client) => collect(client.pusher.user, 'mail'))
    const ended = [one, two, other].map((client) => event(client.pusher.user, 'end'))
    const pusher = server.pusher()
    const response = await pusher.sendToUser(ada, 'mail', { unread: 3 })
    expect(response.status).toBe(200)
    for (const id of [ada, ben]) await pusher.sendToUser(id, 'end', null)
    await Promise.all(ended)
    expect(seen).toEqual([[{ unread: 3 }], [{ unread: 3 }], []])
  })

  test('terminating a user ends each of its connections, and no other', async () => {
    const [ada, ben] = [unique('a=b@c,d.e;f'), unique('ben')]
    const [one, two, other] = [await connectAs(ada), await connectAs(ada), await connectAs(ben)]
    const ended = [one, two].map(({ pusher }) => event(pusher.connection, 'disconnected'))
    const pusher = server.pusher()
    expect((await pusher.terminateUserConnections(ada)).ok).toBe(true)
    await Promise.all(ended)
    const received = event(other.pusher.user, 'mail')
    await pusher.sendToUser(ben, 'mail', 'still here')
    expect(await received).toBe('still here')
  })

  test('terminating a user who is not there is no error', async () => {
    expect((await server.pusher().terminateUserConnections(unique('nobody'))).ok).toBe(true)
  })

  test('a sign-in that was signed with another secret is refused', async () => {
    const options = { ...serverOptions(server.address), secret: 'guessed' }
    const client = server.connect({ id: 'eve' }, authorizedBy(new Pusher(options), { id: 'eve' }))
    const refused = new Promise<number | undefined>((resolve) => {
      client.pusher.connection.bind('error', (error: { data?: { code?: number }; error?: unknown }) => {
        resolve(error.data?.code ?? (error.error as { data?: { code?: number } } | undefined)?.data?.code)
      })
    })
    client.pusher.signin()
    expect(await refused).toBe(4009)
  })
})
