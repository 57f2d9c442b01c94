import { element, time } from './dom.js'

const NAMES = {
  placed: 'Placed',
  paid: 'Paid',
  packed: 'Packed',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
}
const WAY = ['placed', 'paid', 'packed', 'shipped', 'delivered']

/** What a state is called. */
export const nameOf = (status) => NAMES[status]

/** The steps that an order has taken, and those that are left. A cancelled one has none left. */
export function way({ status, history }) {
  const taken = history.map((step) => step.status)
  const steps = status === 'cancelled' ? taken : [...taken, ...WAY.slice(taken.length)]
  const items = steps.map((step, index) => item(step, history[index], step === status))
  return element('ol', { class: 'way', 'aria-label': 'Steps' }, ...items)
}

function item(step, taken, isCurrent) {
  const state = step === 'cancelled' ? 'bad' : taken ? 'done' : 'left'
  const made = element('li', { class: state }, element('span', {}, NAMES[step]))
  if (isCurrent) made.setAttribute('aria-current', 'step')
  if (taken) made.append(element('time', { datetime: new Date(taken.at).toISOString() }, time(taken.at)))
  return made
}
