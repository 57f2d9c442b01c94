import { ask } from './api.js'

/** All orders that this page knows, by their id. */
const orders = new Map()
/** Which of them changed since the page showed them last. */
const fresh = new Set()
const changes = new EventTarget()

/** The newest first. */
export const allOrders = () => [...orders.values()].sort((a, b) => numberOf(b) - numberOf(a))
export const isFresh = ({ id }) => fresh.has(id)
export const onChange = (show) => changes.addEventListener('change', show)

/** Asks for everything: what happened while this page was not connected, nobody told it. */
export async function loadOrders() {
  for (const order of await ask('GET', 'orders')) keep(order)
  tell()
}

/** Takes an event, or an answer. They may come in any order: the one with more history is newer. */
export function takeOrder(order) {
  if (!keep(order)) return
  fresh.add(order.id)
  tell()
}

/** Takes an address, which comes apart from its order, and perhaps before it. */
export function takeAddress({ orderId, address }) {
  orders.set(orderId, { ...orders.get(orderId), id: orderId, address })
  tell()
}

/** Asks for a step. The answer is shown at once, whether the event comes or not. */
export async function moveOrder({ id }, to) {
  takeOrder(await ask('POST', `orders/${id}/moves`, { to }))
}

function keep(order) {
  const known = orders.get(order.id)
  const isNewer = (known?.history?.length ?? 0) < order.history.length
  if (isNewer || order.address)
    orders.set(order.id, { ...known, ...(isNewer ? order : { address: order.address }) })
  return isNewer
}

function tell() {
  changes.dispatchEvent(new Event('change'))
  fresh.clear()
}

const numberOf = ({ id }) => Number(id.slice(1))
