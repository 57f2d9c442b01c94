import { current } from './conversations.js'
import { byId } from './dom.js'
import { changed, onChange, store } from './store.js'

/** How often we tell that we type, and how long others' typing is shown, in ms. */
const TELL_EVERY = 2_000
const SHOW_FOR = 3_500

let toldAt = 0

/** Tells the others in a room, from page to page: a client event, which no server of ours sees. */
export function tellTyping() {
  const { channel } = current()
  // pusher-js sends no client events on encrypted channels, and a conversation of two has no channel.
  if (!channel?.subscribed || channel.name.startsWith('private-encrypted-')) return
  if (Date.now() - toldAt < TELL_EVERY) return
  toldAt = Date.now()
  channel.trigger('client-typing', {})
}

/** Others may tell again at once after they sent something. */
export const stopTyping = () => {
  toldAt = 0
}

/**
 * On a presence channel the server says who sent a client event. On a private one nobody does, and what the sender says
 * of itself proves nothing.
 */
export function listenForTyping(talk, channel) {
  channel.bind('client-typing', (_data, { user_id } = {}) => {
    clearTimeout(talk.typing.get(user_id))
    const timer = setTimeout(() => {
      talk.typing.delete(user_id)
      changed()
    }, SHOW_FOR)
    talk.typing.set(user_id, timer)
    changed()
  })
}

onChange(() => {
  const names = [...current().typing.keys()].map((id) => store.people.get(id) ?? 'Somebody')
  const verb = names.length === 1 ? 'is' : 'are'
  byId('typing').textContent = names.length === 0 ? '' : `${names.join(', ')} ${verb} typing…`
})
