import { byId, element, timeOfDay } from '../dom.ts'
import type { WebhookFollower } from '../follow/webhooks.ts'

const MAX_ENTRIES = 100

/** Shows webhooks, the newest first. */
export function createWebhookList(): Omit<WebhookFollower, 'signal'> {
  const list = byId('webhook-list')
  const state = byId('webhooks-state')
  return {
    open() {
      list.replaceChildren()
      state.textContent = 'live'
    },
    show({ name, text, at }) {
      const badge = element('span', { class: 'badge' }, name)
      list.prepend(element('li', {}, element('time', {}, timeOfDay(at)), badge, element('span', {}, text)))
      if (list.children.length > MAX_ENTRIES) list.lastElementChild?.remove()
    },
    lose() {
      state.textContent = 'interrupted'
    },
  }
}
