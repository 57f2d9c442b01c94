/** @import { AppView, ConnectionRow } from '../src/console/view-app.ts' */
import { byId, element } from './element.js'
import { showRows } from './keyed-list.js'

/**
 * Shows the connections.
 *
 * @param {AppView} view
 */
export function showConnections({ connections, connectionCount }) {
  byId('connection-count', HTMLOutputElement).textContent = connectionCount.toLocaleString('en')
  const note = byId('connections-note', HTMLElement)
  note.hidden = connectionCount > 0 && connectionCount === connections.length
  note.textContent = connectionCount ? `The newest ${connections.length} are shown.` : 'Nobody is connected.'
  showRows(byId('connections', HTMLUListElement), connections, {
    key: ({ socketId }) => socketId,
    create: ({ socketId }) =>
      element(
        'li',
        {},
        element('code', {}, socketId),
        element('b', { class: 'user' }),
        element('span', { class: 'their-channels' }),
      ),
    update: (item, row) => {
      const [, user, channels] = item.children
      if (user) user.textContent = row.userId ?? ''
      if (channels) channels.textContent = describeChannels(row)
    },
  })
}

/** @param {ConnectionRow} row */
function describeChannels({ channels, channelCount }) {
  if (channelCount === 0) return 'no channels'
  const rest = channelCount - channels.length
  return channels.join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
