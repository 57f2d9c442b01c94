import { ask } from './api.js'
import { checkSession } from './connection.js'
import { conversation, open, receive } from './conversations.js'
import { byId, element, fill, onSubmit } from './dom.js'
import { loadState } from './load-state.js'
import { changed, onChange, store } from './store.js'
import { listenForTyping } from './typing.js'

let client

/** Subscribes to every room that lets us in. */
export function joinRooms(pusher) {
  client = pusher
  for (const room of store.rooms) if (!room.refusal) join(room)
}

/** Subscribes to a room's channel, once. */
function join(room) {
  const talk = conversation(room.id)
  if (client.channel(room.channel)) return
  const channel = client.subscribe(room.channel)
  talk.channel = channel
  channel.bind('message', (message) => receive(talk, message))
  channel.bind('pusher:subscription_succeeded', () => {
    talk.refusal = undefined
    changed()
  })
  channel.bind('pusher:subscription_error', async ({ status }) => {
    client.unsubscribe(room.channel)
    // pusher-js knows that the answer was 403; the server's state has the reason.
    await checkSession()
    const reason = store.rooms.find(({ id }) => id === room.id)?.refusal ?? 'The room could not be joined.'
    talk.refusal = `${status ?? 'No answer'}: ${reason}`
    changed()
  })
  listenForTyping(talk, channel)
}

onSubmit(byId('new-room'), 'new-room-error', async () => {
  const { id } = await ask('POST', 'rooms', { title: byId('room-title').value })
  byId('room-title').value = ''
  await loadState()
  joinRooms(client)
  open(id)
})

onChange(() => {
  fill(
    byId('rooms'),
    store.rooms.map((room) => {
      const talk = store.conversations.get(room.id)
      const button = element('button', { type: 'button' }, element('span', { class: 'grow' }, room.title))
      button.prepend(element('span', { class: 'icon', 'aria-hidden': 'true' }, iconOf(room)))
      if (room.refusal) button.append(element('span', { class: 'tag' }, 'locked'))
      if (talk?.unread) button.append(element('span', { class: 'count' }, `${talk.unread}`))
      if (room.id === store.current) button.setAttribute('aria-current', 'true')
      button.addEventListener('click', () => {
        // A locked one too: the answer tells why not.
        join(room)
        open(room.id)
      })
      return element('li', {}, button)
    }),
  )
})

function iconOf(room) {
  if (room.owner) return '◆'
  return room.channel.startsWith('private-encrypted-') ? '✳' : '#'
}
