/* global Pusher */
const $ = (id) => document.getElementById(id)

const { key, options } = await (await fetch('client.json')).json()
const pusher = new Pusher(key, options)
pusher.connection.bind('state_change', ({ current }) => showStatus(current))
showStatus(pusher.connection.state)

const channel = pusher.subscribe('chat')
channel.bind('message', (message) => showMessage(message, false))

// A tab has a name of its own, and keeps it over a reload.
$('name').value = sessionStorage.getItem('name') ?? `Guest ${Math.ceil(Math.random() * 99)}`
$('composer').addEventListener('submit', async (event) => {
  event.preventDefault()
  sessionStorage.setItem('name', $('name').value)
  try {
    showMessage(await send($('name').value, $('text').value), true)
    $('text').value = ''
    showError('')
  } catch (error) {
    showError(error.message)
  }
  $('text').focus()
})
$('text').focus()

/** Asks the server to publish. It leaves our own connection out: we show what we wrote by ourselves. */
async function send(name, text) {
  const response = await fetch('messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, text, socket_id: pusher.connection.socket_id }),
  })
  const body = await response.json()
  if (!response.ok) throw new Error(body.error)
  return body
}

function showMessage({ name, text, at }, mine) {
  $('empty').hidden = true
  const who = document.createElement('span')
  who.className = 'who'
  who.textContent = `${name} · ${new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`
  const what = document.createElement('p')
  what.className = 'what'
  what.textContent = text
  const item = document.createElement('li')
  item.className = mine ? 'mine' : 'theirs'
  item.append(who, what)
  $('messages').append(item)
  item.scrollIntoView({ block: 'end' })
}

function showStatus(state) {
  $('status').dataset.state = state
  $('status').textContent = state
}

function showError(text) {
  $('error').textContent = text
  $('error').hidden = text === ''
}
