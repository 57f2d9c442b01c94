import { ask } from './api.js'
import { byId } from './dom.js'
import { notify } from './notices.js'
import { loadOrders, takeOrder } from './orders.js'

const STATES = {
  connected: 'Live',
  connecting: 'Connecting…',
  unavailable: 'Offline, trying again…',
  failed: 'This browser cannot connect',
  disconnected: 'Disconnected',
}
const STEPS = ['placed', 'paid', 'packed', 'shipped', 'delivered', 'cancelled']

/** Connects, says how it is going, and signs in, so that notices for one person come here. */
export async function connect() {
  const { key, options } = await ask('GET', 'client.json')
  const pusher = new window.Pusher(key, {
    ...options,
    channelAuthorization: { endpoint: 'pusher/auth' },
    userAuthentication: { endpoint: 'pusher/user-auth' },
  })
  const show = ({ current }) => {
    byId('link').textContent = STATES[current] ?? ''
    byId('link').dataset.state = current
  }
  show({ current: pusher.connection.state })
  pusher.connection.bind('state_change', show)
  pusher.user.bind('notice', ({ text }) => notify(text))
  pusher.signin()
  return pusher
}

/** Follows the orders on a channel: after each subscription what there is, from then on what happens. */
export function follow(channel, errorId) {
  channel.bind('pusher:subscription_succeeded', () =>
    loadOrders().catch((error) => {
      byId(errorId).textContent = error.message
    }),
  )
  channel.bind('pusher:subscription_error', ({ status }) => {
    byId(errorId).textContent = `You may not follow this (${status ?? 'no answer'}). Sign out, and in again.`
  })
  for (const step of STEPS) channel.bind(`order.${step}`, takeOrder)
}
