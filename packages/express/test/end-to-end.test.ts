import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { createEncryption } from '@pusherkit/encryption'
import { pusher, pusherRouter } from '@pusherkit/express'
import { event, JsClient } from '@pusherkit/tests-support'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { frameworks, serve } from './serve.ts'

/** A browser that is signed in to the application server by a header, instead of a cookie. */
function browser(emulator: Emulator, url: string, user: string): JsClient {
  const headers = { 'x-user': user }
  return new JsClient(emulator, undefined, {
    channelAuthorization: { transport: 'ajax', endpoint: `${url}/pusher/auth`, headers },
    userAuthentication: { transport: 'ajax', endpoint: `${url}/pusher/user-auth`, headers },
  })
}

describe.each(frameworks)(
  'pusherRouter on %s, asked by pusher-js and by a Channels server',
  (_name, express) => {
    let emulator: Emulator
    let url: string
    let told: (news: unknown) => void
    beforeEach(async () => {
      const app = express()
      url = await serve(app)
      emulator = await startEmulator({
        apps: [
          {
            appId: '1',
            key: 'key-1',
            secret: 'secret-1',
            webhooks: [{ url: `${url}/pusher/webhooks`, events: ['member_added'] }],
          },
        ],
      })
      const encryption = createEncryption({ masterKeyBase64: Buffer.alloc(32, 7).toString('base64') })
      app.use(pusher({ ...emulator.serverOptions(), encryption }))
      app.use(
        pusherRouter({
          auth: {
            authorize({ kind }, req) {
              const user = req.get('x-user')
              if (user === undefined || user === 'mallory') return false
              return kind === 'presence' ? { user_id: user, user_info: { name: user } } : true
            },
          },
          userAuth: {
            authenticate(_request, req) {
              const id = req.get('x-user')
              return id === undefined || id === 'mallory' ? null : { id }
            },
          },
          webhooks: { on: { member_added: (news) => told(news) } },
          query: { authorize: (_query, req) => req.get('x-user') === 'ada' },
        }),
      )
      app.use(express.json())
      app.post('/message', (req, res, next) => {
        const { channel, text } = req.body
        req.pusher
          .toOthers()
          .trigger(channel, 'message', { text })
          .then(() => res.sendStatus(201), next)
      })
    })
    afterEach(() => emulator.close())

    test.each(['private-room', 'private-encrypted-room'])(
      '%s: events arrive, but not at the sender',
      async (name) => {
        using ada = browser(emulator, url, 'ada')
        using bob = browser(emulator, url, 'bob')
        const heardByAda: unknown[] = []
        ;(await ada.subscribe(name)).bind('message', (data: unknown) => heardByAda.push(data))
        const heardByBob = event(await bob.subscribe(name), 'message')
        const send = (text: string, socketId: string) =>
          fetch(`${url}/message`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'X-Socket-ID': socketId },
            body: JSON.stringify({ channel: name, text }),
          })
        expect((await send('from ada', ada.socketId)).status).toBe(201)
        expect(await heardByBob).toEqual({ text: 'from ada' })
        const answer = event(ada.pusher, 'message')
        await send('from bob', bob.socketId)
        await answer
        expect(heardByAda).toEqual([{ text: 'from bob' }])
      },
    )

    test('a presence channel: the member is who the hook says, and the webhook tells of it', async () => {
      const news = new Promise((resolve) => {
        told = resolve
      })
      using ada = browser(emulator, url, 'ada')
      const room = await ada.subscribe('presence-room')
      expect(Reflect.get(room, 'members').me).toEqual({ id: 'ada', info: { name: 'ada' } })
      expect(await news).toEqual({ name: 'member_added', channel: 'presence-room', user_id: 'ada' })
    })

    test('a refusal arrives as one', async () => {
      using mallory = browser(emulator, url, 'mallory')
      await expect(mallory.subscribe('private-room')).rejects.toThrow('"status":403')
    })

    test('signing in: events for the user arrive', async () => {
      using ada = browser(emulator, url, 'ada')
      const signedIn = event(ada.pusher, 'pusher:signin_success')
      ada.pusher.signin()
      await signedIn
      expect(ada.pusher.user.user_data).toEqual({ id: 'ada' })
    })

    test('queries are answered to whom the hook lets ask', async () => {
      using ada = browser(emulator, url, 'ada')
      await ada.subscribe('private-room')
      const ask = (user: string) => fetch(`${url}/pusher/query/channels`, { headers: { 'x-user': user } })
      expect(await (await ask('ada')).json()).toEqual({ channels: { 'private-room': {} } })
      expect((await ask('bob')).status).toBe(403)
    })
  },
)
