import { ask } from './api.js'
import { current, roomOf } from './conversations.js'
import { byId, element, time } from './dom.js'
import { portrait } from './portrait.js'
import { onChange, store } from './store.js'
import { toast } from './toast.js'

let shown

onChange(() => {
  const talk = current()
  const room = roomOf(talk.id)
  showHeader(talk, room)
  const list = byId('messages')
  if (shown !== talk) list.replaceChildren()
  shown = talk
  for (const message of talk.messages.slice(list.children.length)) {
    list.append(row(message, talk.messages[list.children.length - 1]))
    list.lastElementChild.scrollIntoView({ block: 'end' })
  }
  byId('empty').hidden = talk.messages.length > 0
  byId('empty').textContent =
    talk.refusal ?? (room ? 'Nothing yet. Say hello.' : `Only ${talk.name} and you read this.`)
  byId('composer').hidden = talk.refusal !== undefined
  byId('text').placeholder = `Write to ${room?.title ?? talk.name}`
})

function showHeader(talk, room) {
  byId('title').textContent = room?.title ?? talk.name
  byId('about').textContent = room ? room.about : 'Direct messages'
  byId('channel').textContent = room?.channel ?? ''
  const guests =
    room?.owner === store.me.id ? [...store.people].filter(([id]) => !room.members.includes(id)) : []
  byId('invite').hidden = guests.length === 0
  // Only when it is another list: who is choosing should not be disturbed.
  const ids = guests.map(([id]) => id).join()
  if (byId('guest').dataset.ids === ids) return
  byId('guest').dataset.ids = ids
  byId('guest').replaceChildren(...guests.map(([id, name]) => element('option', { value: id }, name)))
}

byId('invite').addEventListener('submit', async (event) => {
  event.preventDefault()
  const name = byId('guest').selectedOptions[0].textContent
  await ask('POST', `rooms/${store.current}/members`, { user: byId('guest').value }).then(
    () => toast(`${name} is invited.`),
    (error) => toast(error.message),
  )
})

function row(message, before) {
  const { from, text, at } = message
  const mine = from.id === store.me.id
  const item = element('li', { class: mine ? 'mine' : 'theirs' })
  // Both times are the server's.
  if (!before && at < store.me.since) item.append(element('p', { class: 'note' }, 'Written before you came'))
  if (before?.from.id !== from.id) {
    const who = element('p', { class: 'who' }, mine ? 'You' : from.name, ' ', element('time', {}, time(at)))
    if (!mine) who.prepend(portrait(from.id, from.name))
    item.append(who)
  }
  item.append(element('p', { class: 'what' }, text))
  return item
}
