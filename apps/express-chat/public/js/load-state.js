import { ask } from './api.js'
import { changed, store } from './store.js'

/** Asks what this page may know, and shows it. Without a session there is no `me`, and perhaps a `notice` why. */
export async function loadState() {
  const state = await ask('GET', 'state')
  if (state.me) {
    Object.assign(store, { me: state.me, host: state.host, rooms: state.rooms })
    changed()
  }
  return state
}
