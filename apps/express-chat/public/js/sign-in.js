import { ask } from './api.js'
import { byId, onSubmit } from './dom.js'

/** Shows the form that asks for a name. @param notice Why somebody has to sign in again. */
export function showSignIn(notice = '') {
  byId('chat').hidden = true
  byId('welcome').hidden = false
  byId('sign-in-error').textContent = notice
  byId('name').focus()
}

onSubmit(byId('sign-in'), 'sign-in-error', async () => {
  await ask('POST', 'session', { name: byId('name').value })
  location.reload()
})

byId('sign-out').addEventListener('click', async () => {
  await ask('DELETE', 'session').catch(() => {})
  location.reload()
})
