import { byId } from './dom.js'
import { loadState } from './load-state.js'
import { showSignIn } from './sign-in.js'

const SENTENCES = {
  connecting: 'Reconnecting…',
  unavailable: 'You are offline. Trying to reconnect…',
  disconnected: 'The server ended the connection. Reload the page to try again.',
  failed: 'This browser cannot connect.',
}

/** Says so when there is no connection, and when there will be none. */
export function watchConnection(pusher) {
  pusher.connection.bind('state_change', async ({ previous, current }) => {
    // The first connection of a page needs no words, unless it takes long.
    if (previous !== 'initialized') say(SENTENCES[current])
    // pusher-js gave up, because the server told it to.
    if (current === 'disconnected') await checkSession()
  })
}

/** Asks whether we may still be here: somebody may have removed us, or we signed out in another tab. */
export async function checkSession() {
  const state = await loadState().catch(() => undefined)
  if (state && !state.me) showSignIn(state.notice ?? 'Your session has ended.')
}

function say(sentence = '') {
  byId('banner').textContent = sentence
  byId('banner').hidden = sentence === ''
}
