import { changed, store } from './store.js'

/** The conversation in a room, or with a user. It begins with the first call. */
export function conversation(id, name) {
  const known = store.conversations.get(id)
  if (known) return known
  const made = { id, name, messages: [], unread: 0, typing: new Map(), refusal: undefined }
  store.conversations.set(id, made)
  return made
}

export const current = () => conversation(store.current)
export const roomOf = (id) => store.rooms.find((room) => room.id === id)

/** Adds a message, once: a cache channel sends its last one again with each subscription. */
export function receive(talk, message) {
  if (talk.messages.some(({ id }) => id === message.id)) return
  talk.messages.push(message)
  // On private channels nobody knows who types: it may have been this one.
  for (const id of [message.from.id, undefined]) talk.typing.delete(id)
  if (talk.id !== store.current) talk.unread += 1
  changed()
}

export function open(id, name) {
  store.current = id
  conversation(id, name).unread = 0
  changed()
}
