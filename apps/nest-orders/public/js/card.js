import { attempt, button, element, money } from './dom.js'
import { isFresh, moveOrder } from './orders.js'

const BUTTONS = {
  paid: 'Pay',
  packed: 'Pack',
  shipped: 'Ship',
  delivered: 'Delivered',
  cancelled: 'Cancel',
}

/** An order. @param parts What stands between its head and its buttons. */
export function card(order, { title, moves, errorId, parts }) {
  const made = element(
    'li',
    { class: `order card${isFresh(order) ? ' fresh' : ''}`, 'data-order': order.id },
    element('header', {}, ...title, element('span', { class: 'total' }, money(order.total))),
    element(
      'p',
      { class: 'lines' },
      order.lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(', '),
    ),
    ...parts,
  )
  if (moves.length > 0) {
    const buttons = moves.map((to) =>
      button(BUTTONS[to], `${BUTTONS[to]} ${order.id}`, to === 'cancelled' ? {} : { class: 'primary' }, () =>
        attempt(errorId, () => moveOrder(order, to)),
      ),
    )
    made.append(element('div', { class: 'buttons' }, ...buttons))
  }
  return made
}

/** Where an order goes. */
export const addressOf = ({ address }) =>
  element(
    'p',
    { class: 'address' },
    address ? `${address.street}, ${address.city}` : 'The address is on its way…',
  )
