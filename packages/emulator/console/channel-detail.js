/** @import { ChannelView } from '../src/console/view-channel.ts' */
import { byId, element } from './element.js'
import { pretty } from './pretty.js'

/** What is on the page now, so that text that somebody selects is not taken away for nothing. */
let shown = ''

/**
 * Shows one channel: who is subscribed, who is present, what newcomers get.
 *
 * @param {ChannelView | undefined} channel
 */
export function showChannel(channel) {
  const section = byId('detail', HTMLElement)
  section.hidden = channel === undefined
  const text = JSON.stringify(channel) ?? ''
  if (channel === undefined || text === shown) return
  shown = text
  byId('detail-title', HTMLElement).textContent = channel.name
  byId('detail-body', HTMLElement).replaceChildren(...describe(channel))
}

/** @param {ChannelView} channel */
function describe({ subscriptions, socketIds, users, members, cached }) {
  const parts = []
  if (members) parts.push(title('Members', users ?? 0), createMembers(members))
  if (cached) {
    parts.push(
      title('Last event, for newcomers'),
      element('pre', {}, `${cached.event}\n${pretty(cached.data)}`),
    )
  }
  parts.push(title('Subscriptions', subscriptions))
  parts.push(element('p', { class: 'sockets' }, withRest(socketIds, subscriptions) || 'none'))
  return parts
}

/**
 * @param {string} text
 * @param {number} [count]
 */
const title = (text, count) => element('h3', {}, count === undefined ? text : `${text} ${count}`)

/** @param {readonly { id: string, info: unknown }[]} members */
const createMembers = (members) =>
  element(
    'dl',
    {},
    ...members.flatMap(({ id, info }) => [
      element('dt', {}, id),
      element('dd', {}, JSON.stringify(info, null, 2)),
    ]),
  )

/**
 * @param {readonly string[]} first
 * @param {number} count
 */
const withRest = (first, count) =>
  first.join('  ') + (count > first.length ? `  and ${count - first.length} more` : '')
