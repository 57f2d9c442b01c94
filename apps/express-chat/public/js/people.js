import { ask } from './api.js'
import { open } from './conversations.js'
import { byId, element, fill } from './dom.js'
import { portrait } from './portrait.js'
import { changed, onChange, store } from './store.js'

/** Who is here are the members of the lobby's presence channel. */
export function joinLobby(pusher) {
  const lobby = pusher.channel(store.rooms.find(({ id }) => id === 'lobby').channel)
  const events = ['pusher:subscription_succeeded', 'pusher:member_added', 'pusher:member_removed']
  for (const event of events) {
    lobby.bind(event, () => {
      store.people.clear()
      lobby.members.each(({ id, info }) => store.people.set(id, info.name))
      changed()
    })
  }
}

onChange(() => {
  byId('me').textContent = store.me.name
  fill(byId('people'), [
    ...[...store.people].map(([id, name]) => row(id, name)),
    ...[...store.conversations.values()].filter(isGone).map(({ id, name }) => row(id, name, 'gone')),
  ])
})

/** A conversation with somebody who left can still be read. */
const isGone = ({ id, name }) => name !== undefined && !store.people.has(id)

function row(id, name, note) {
  const unread = store.conversations.get(id)?.unread
  const tags = [id === store.me.id && 'you', id === store.host && 'host', note].filter(Boolean)
  const children = [
    portrait(id, name),
    element('span', { class: 'grow' }, name),
    ...tags.map((tag) => element('span', { class: 'tag' }, tag)),
    ...(unread ? [element('span', { class: 'count' }, `${unread}`)] : []),
  ]
  if (id === store.me.id) return element('li', {}, element('p', { class: 'person' }, ...children))
  const button = element('button', { type: 'button', title: `Write to ${name}` }, ...children)
  if (id === store.current) button.setAttribute('aria-current', 'true')
  button.addEventListener('click', () => open(id, name))
  const item = element('li', {}, button)
  if (store.me.id === store.host && note === undefined) item.append(removeButton(id, name))
  return item
}

function removeButton(id, name) {
  const button = element('button', { type: 'button', class: 'remove', 'aria-label': `Remove ${name}` }, '×')
  button.addEventListener('click', async () => {
    if (!confirm(`Remove ${name}? They cannot come back for a minute.`)) return
    byId('people-error').textContent = ''
    await ask('POST', `users/${id}/remove`).catch((error) => {
      byId('people-error').textContent = error.message
    })
  })
  return button
}
