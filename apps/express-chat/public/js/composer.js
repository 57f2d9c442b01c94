import { ask } from './api.js'
import { current, receive, roomOf } from './conversations.js'
import { byId } from './dom.js'
import { onChange } from './store.js'
import { toast } from './toast.js'
import { stopTyping, tellTyping } from './typing.js'

const box = byId('text')
let shown
let sending = Promise.resolve()

box.addEventListener('input', tellTyping)

byId('composer').addEventListener('submit', (event) => {
  event.preventDefault()
  const talk = current()
  const text = box.value
  box.value = ''
  byId('send-error').textContent = ''
  stopTyping()
  box.focus()
  // One after the other, so that they arrive in order.
  sending = sending.then(() => send(talk, text)).catch((error) => giveBack(talk, text, error))
})

async function send(talk, text) {
  const path = roomOf(talk.id) ? `rooms/${talk.id}/messages` : `users/${talk.id}/messages`
  // The others get it by Pusher. We show the answer.
  receive(talk, await ask('POST', path, { text }))
}

/** What could not be sent goes back into the box, in front of what was typed since. */
function giveBack(talk, text, error) {
  const withText = (typed = '') => (typed === '' ? text : `${text} ${typed}`)
  if (talk === current()) {
    box.value = withText(box.value)
    byId('send-error').textContent = error.message
  } else {
    talk.draft = withText(talk.draft)
    toast(error.message)
  }
}

// Each conversation has a draft of its own, so that nothing goes to the wrong people.
onChange(() => {
  const talk = current()
  if (shown === talk) return
  if (shown) shown.draft = box.value
  box.value = talk.draft ?? ''
  byId('send-error').textContent = ''
  shown = talk
})
