import './composer.js'
import './panel.js'
import './people.js'
import './rooms.js'
import './talk.js'
import './typing.js'
import { ask, setConnection } from './api.js'
import { watchConnection } from './connection.js'
import { receiveDirectMessages } from './direct-messages.js'
import { byId } from './dom.js'
import { loadState } from './load-state.js'
import { joinLobby } from './people.js'
import { joinRooms } from './rooms.js'
import { followWebhooks } from './webhooks.js'

/** Connects, signs in and joins what everybody joins. */
export async function startChat() {
  const { key, options } = await ask('GET', 'client.json')
  const pusher = new window.Pusher(key, {
    ...options,
    channelAuthorization: { endpoint: 'pusher/auth' },
    userAuthentication: { endpoint: 'pusher/user-auth' },
  })
  setConnection(pusher.connection)
  watchConnection(pusher)
  pusher.signin()
  receiveDirectMessages(pusher)

  const news = pusher.subscribe('private-news')
  // With each subscription too: something may have changed while this page was not connected.
  for (const event of ['pusher:subscription_succeeded', 'changed']) news.bind(event, refresh)
  async function refresh() {
    const { me } = await loadState().catch(() => ({}))
    if (me) joinRooms(pusher)
  }

  joinRooms(pusher)
  joinLobby(pusher)
  followWebhooks(pusher)
  byId('chat').hidden = false
  byId('text').focus()
}
