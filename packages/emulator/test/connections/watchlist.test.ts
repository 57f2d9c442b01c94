import { expect, it } from 'vitest'
import { connect, type RawClient } from '../support/raw-client.ts'
import { serveApp } from '../support/served-app.ts'

const watchlist = (...events: object[]): object => ({
  event: 'pusher_internal:watchlist_events',
  data: JSON.stringify({ events }),
})
const online = (...user_ids: string[]): object => ({ name: 'online', user_ids })
const offline = (...user_ids: string[]): object => ({ name: 'offline', user_ids })

/** Closes a connection, and waits until the emulator knows. */
async function hangUp(client: RawClient, witness: RawClient): Promise<object> {
  client.socket.terminate()
  return witness.next()
}

it('a user is told who is there after the sign-in, and who comes and goes', async () => {
  await using served = await serveApp()
  await using ada = await connect(served)
  await using bob = await connect(served)
  const eve = await connect(served)
  await bob.signIn({ id: 'bob' })

  expect((await ada.signIn({ id: 'ada', watchlist: ['bob', 'eve'] })).event).toBe('pusher:signin_success')
  expect(await ada.settle()).toEqual([watchlist(online('bob'), offline('eve'))])
  await eve.signIn({ id: 'eve' })
  expect(await ada.settle()).toEqual([watchlist(online('eve'))])
  expect(await hangUp(eve, ada)).toEqual(watchlist(offline('eve')))
  expect(await bob.settle()).toEqual([])
})

it('the first connection of a user is a coming, and the last one a going', async () => {
  await using served = await serveApp()
  await using ada = await connect(served)
  const phone = await connect(served)
  const laptop = await connect(served)
  await ada.signIn({ id: 'ada', watchlist: ['bob'] })
  expect(await ada.settle()).toEqual([watchlist(offline('bob'))])

  await phone.signIn({ id: 'bob' })
  await laptop.signIn({ id: 'bob' })
  await laptop.signIn({ id: 'bob' })
  expect(await ada.settle()).toEqual([watchlist(online('bob'))])

  phone.socket.close()
  await phone.closed
  expect(await hangUp(laptop, ada)).toEqual(watchlist(offline('bob')))
  expect(await ada.settle()).toEqual([])
})

it('signing in again replaces the watchlist', async () => {
  await using served = await serveApp()
  await using ada = await connect(served)
  await using others = await connect(served)
  await ada.signIn({ id: 'ada', watchlist: ['bob'] })
  await ada.settle()

  await ada.signIn({ id: 'ada', watchlist: ['eve'] })
  expect(await ada.settle()).toEqual([watchlist(offline('eve'))])
  await others.signIn({ id: 'bob' })
  expect(await ada.settle()).toEqual([])
})

it('each of a user’s connections is told, and a user may watch themselves', async () => {
  await using served = await serveApp()
  await using phone = await connect(served)
  await using laptop = await connect(served)
  await phone.signIn({ id: 'ada', watchlist: ['ada'] })

  await laptop.signIn({ id: 'ada', watchlist: ['ada'] })

  expect(await phone.settle()).toEqual([watchlist(online('ada'))])
  expect(await laptop.settle()).toEqual([watchlist(online('ada'))])
})

it('of more than 100 users the first 100 are watched', async () => {
  await using served = await serveApp()
  await using ada = await connect(served)
  await using others = await connect(served)
  const ids = Array.from({ length: 101 }, (_, index) => `user-${index}`)

  await ada.signIn({ id: 'ada', watchlist: ids })
  expect(await ada.settle()).toEqual([
    {
      event: 'pusher:error',
      data: { message: 'Watchlist limit exceeded: the first 100 of 101 users are watched', code: 4302 },
    },
    watchlist(offline(...ids.slice(0, 100))),
  ])
  await others.signIn({ id: 'user-100' })
  expect(await ada.settle()).toEqual([])
})

it.each([[undefined], [null], [[]]])('the watchlist %j is none', async (list) => {
  await using served = await serveApp()
  await using ada = await connect(served)
  await ada.signIn({ id: 'ada', watchlist: list })

  expect(await ada.settle()).toEqual([])
})

it.each(['bob', { bob: true }, [7]])('the watchlist %j is refused', async (list) => {
  await using served = await serveApp()
  await using ada = await connect(served)

  expect(await ada.signIn({ id: 'ada', watchlist: list })).toEqual({
    event: 'pusher:error',
    data: { message: 'Invalid user_data: watchlist must be a list of user ids, all strings' },
  })
})

it('switched off, nobody is told anything', async () => {
  await using served = await serveApp({ watchlists: false })
  await using ada = await connect(served)
  await using bob = await connect(served)
  await ada.signIn({ id: 'ada', watchlist: ['bob'] })
  await bob.signIn({ id: 'bob' })

  expect(await ada.settle()).toEqual([])
})

it('nothing is left of a connection that is closed', async () => {
  await using served = await serveApp()
  const ada = await connect(served)
  await using bob = await connect(served)
  await bob.signIn({ id: 'bob', watchlist: ['ada'] })
  await ada.signIn({ id: 'ada', watchlist: ['bob', 'eve'] })
  await bob.settle()
  await hangUp(ada, bob)

  expect(served.app.watchers.has('bob')).toBe(false)
  expect(served.app.watchers.has('eve')).toBe(false)
  expect(served.app.users.has('ada')).toBe(false)
})
