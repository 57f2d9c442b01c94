import { ask } from './api.js'
import { addressOf, card } from './card.js'
import { byId, element, fill, money, onSubmit } from './dom.js'
import { follow } from './live.js'
import { allOrders, onChange, takeOrder } from './orders.js'
import { nameOf, way } from './way.js'

/** What a customer sees: something to order, and their orders as they move. */
export async function startShop(pusher, me) {
  byId('shop').hidden = false
  onChange(showOrders)
  follow(pusher.subscribe(`private-customer-${me.id}`), 'mine-error')
  const products = await ask('GET', 'products')
  const fields = products.map((product) => ({ product, field: quantityField(product) }))
  byId('products').replaceChildren(...fields.map(row))

  const chosen = () => fields.filter(({ field }) => field.valueAsNumber > 0)
  const showTotal = () => {
    const total = chosen().reduce((sum, { product, field }) => sum + product.price * field.valueAsNumber, 0)
    byId('total').textContent = money(total)
  }
  byId('products').addEventListener('input', showTotal)

  onSubmit(byId('new-order'), 'new-order-error', async () => {
    const lines = chosen().map(({ product, field }) => ({
      product: product.id,
      quantity: field.valueAsNumber,
    }))
    const address = { street: byId('street').value, city: byId('city').value }
    takeOrder({ ...(await ask('POST', 'orders', { lines, address })), address })
    for (const { field } of fields) field.value = '0'
    showTotal()
  })
}

const quantityField = ({ id, name }) =>
  element('input', {
    id: `quantity-${id}`,
    type: 'number',
    min: '0',
    max: '20',
    value: '0',
    required: '',
    inputmode: 'numeric',
    'aria-label': `How many: ${name}`,
  })

const row = ({ product: { name, about, price }, field }) =>
  element(
    'li',
    {},
    element('p', { class: 'about' }, name, element('span', {}, about)),
    element('span', {}, money(price)),
    field,
  )

function showOrders() {
  const orders = allOrders()
  byId('no-orders').hidden = orders.length > 0
  const cards = orders.map((order) =>
    card(order, {
      title: [
        element('h3', {}, order.id),
        element('span', { class: 'badge', 'data-status': order.status }, nameOf(order.status)),
      ],
      moves: order.moves.customer,
      errorId: 'mine-error',
      parts: [addressOf(order), way(order)],
    }),
  )
  fill(byId('mine'), cards)
}
