import { ask } from './api.js'
import { startDesk } from './desk.js'
import { byId } from './dom.js'
import { connect } from './live.js'
import { startShop } from './shop.js'
import { showSignIn } from './sign-in.js'

try {
  const { me } = await ask('GET', 'session')
  if (me) await start(me)
  else showSignIn()
} catch (error) {
  byId('welcome').hidden = false
  byId('sign-in-error').textContent = error.message
}

async function start(me) {
  byId('me').textContent = me.role === 'staff' ? `${me.name}, staff` : me.name
  byId('app').hidden = false
  const pusher = await connect()
  if (me.role === 'staff') startDesk(pusher)
  else await startShop(pusher, me)
}
