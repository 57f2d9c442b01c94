import { byId } from './dom.js'
import { onChange, store } from './store.js'

const button = byId('open-panel')
const set = (open) => {
  byId('chat').classList.toggle('panel-open', open)
  button.setAttribute('aria-expanded', `${open}`)
}

// On a narrow screen rooms and people are behind a button, until one was chosen.
button.addEventListener('click', () => set(button.getAttribute('aria-expanded') !== 'true'))
addEventListener('keydown', ({ key }) => key === 'Escape' && set(false))
let current = store.current
onChange(() => {
  if (current !== store.current) set(false)
  current = store.current
  const unread = [...store.conversations.values()].reduce((sum, talk) => sum + talk.unread, 0)
  byId('elsewhere').hidden = unread === 0
  byId('elsewhere').textContent = `${unread}`
})
