import { ask } from './api.js'
import { showAudience, watching } from './audience.js'
import { addressOf, card } from './card.js'
import { byId, element, fill } from './dom.js'
import { follow } from './live.js'
import { allOrders, onChange, takeAddress } from './orders.js'
import { nameOf } from './way.js'

const COLUMNS = [
  ['To be paid', ['placed']],
  ['To pack', ['paid']],
  ['To ship', ['packed']],
  ['On the way', ['shipped']],
  ['Done', ['delivered', 'cancelled']],
]
/** Most orders of a column that are shown. */
const MAX_SHOWN = 20

/** What staff see: who is on shift, who is listening, and all orders by what is to be done. */
export function startDesk(pusher) {
  byId('desk').hidden = false
  const staff = pusher.subscribe('presence-staff')
  follow(staff, 'desk-error')
  for (const event of ['pusher:subscription_succeeded', 'pusher:member_added', 'pusher:member_removed'])
    staff.bind(event, () => showShift(staff.members))
  staff.bind('audience.changed', (audience) => showAudience(audience, showBoard))
  pusher.subscribe('private-encrypted-addresses').bind('address.given', takeAddress)
  onChange(async () => {
    showBoard()
    // What an event has cost, or spared, is no event of its own.
    const audience = await ask('GET', 'audience').catch(() => undefined)
    if (audience) showAudience(audience, showBoard)
  })
}

function showShift(members) {
  const items = []
  members.each(({ id, info }) => {
    items.push(element('li', {}, id === members.myID ? `${info.name} (you)` : info.name))
  })
  byId('shift').replaceChildren(...items)
}

function showBoard() {
  const orders = allOrders().filter(({ history }) => history)
  fill(
    byId('board'),
    COLUMNS.map(([title, statuses], index) =>
      column(
        title,
        `column-${index}`,
        orders.filter(({ status }) => statuses.includes(status)),
      ),
    ),
  )
}

function column(title, id, orders) {
  const heading = element('h2', { id }, `${title} · ${orders.length}`)
  const list = element('ol', {}, ...orders.slice(0, MAX_SHOWN).map(deskCard))
  const content = orders.length > 0 ? list : element('p', { class: 'none' }, 'Nothing')
  return element('section', { 'aria-labelledby': id }, heading, content)
}

function deskCard(order) {
  const isDone = order.moves.staff.length === 0
  const badge = element('span', { class: 'badge', 'data-status': order.status }, nameOf(order.status))
  return card(order, {
    title: [element('h3', {}, order.id)],
    moves: order.moves.staff,
    errorId: 'desk-error',
    parts: [addressOf(order), watching(order.customer), ...(isDone ? [element('p', {}, badge)] : [])],
  })
}
