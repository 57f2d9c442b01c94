/** @import { JournalKind } from '../src/journal/entry.ts' */
import { byId, element } from './element.js'

/** @type {Readonly<Record<JournalKind, { one: string, all: string }>>} */
export const KINDS = {
  request: { one: 'request', all: 'Requests' },
  event: { one: 'event', all: 'Events' },
  client_event: { one: 'client event', all: 'Client events' },
  webhook: { one: 'webhook', all: 'Webhooks' },
  subscription: { one: 'subscription', all: 'Subscriptions' },
  connection: { one: 'connection', all: 'Connections' },
  signin: { one: 'sign-in', all: 'Sign-ins' },
  error: { one: 'error', all: 'Errors' },
}

/**
 * Puts a switch for each kind onto the page.
 *
 * @param {() => void} onChange
 * @returns {(kind: JournalKind) => boolean} Whether a kind is switched on.
 */
export function createKindSwitches(onChange) {
  /** @type {Set<string>} */
  const off = new Set()
  for (const [kind, { all }] of Object.entries(KINDS)) {
    const box = element('input', { type: 'checkbox' })
    box.checked = true
    box.addEventListener('change', () => {
      if (box.checked) off.delete(kind)
      else off.add(kind)
      onChange()
    })
    byId('kinds', HTMLFieldSetElement).append(element('label', { 'data-kind': kind }, box, all))
  }
  return (kind) => !off.has(kind)
}
