import { byId, element } from './dom.js'

let customers = new Set()

/** Shows what was sent and what was not. @param changed Called when other customers are there than before. */
export function showAudience(audience, changed) {
  const { sent, spared } = audience
  byId('audience').textContent = `${sent} sent · ${spared} not sent, as nobody was listening`
  const now = new Set(audience.customers)
  const isSame = now.symmetricDifference(customers).size === 0
  customers = now
  if (!isSame) changed()
}

/** A customer, and whether they are looking: if not, nothing is published to their channel. */
export function watching({ id, name }) {
  const isHere = customers.has(id)
  const text = isHere ? `${name} is watching` : `${name} is away`
  return element('p', { class: isHere ? 'watching here' : 'watching' }, text)
}
