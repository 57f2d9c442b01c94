import { startChat } from './chat.js'
import { byId } from './dom.js'
import { loadState } from './load-state.js'
import { showSignIn } from './sign-in.js'

try {
  const { me, notice } = await loadState()
  if (me) await startChat()
  else showSignIn(notice)
} catch (error) {
  byId('welcome').hidden = false
  byId('sign-in-error').textContent = error.message
}
