import { ask } from './api.js'
import { byId, onSubmit } from './dom.js'

/** Shows the form that asks who somebody is. */
export function showSignIn() {
  byId('welcome').hidden = false
  byId('name').focus()
}

onSubmit(byId('sign-in'), 'sign-in-error', async () => {
  const role = new FormData(byId('sign-in')).get('role')
  await ask('POST', 'session', { name: byId('name').value, role })
  location.reload()
})

byId('sign-out').addEventListener('click', async () => {
  await ask('DELETE', 'session').catch(() => {})
  location.reload()
})
