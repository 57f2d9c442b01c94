/** @import { AppView, ChannelRow } from '../src/console/view-app.ts' */
import { byId, element } from './element.js'
import { showRows } from './keyed-list.js'

/**
 * Shows the channels, each a button.
 *
 * @param {AppView} view
 * @param {(channel: string) => void} onChoose
 */
export function showChannels(view, onChoose) {
  const { channels, channelCount } = view
  byId('channel-count', HTMLOutputElement).textContent = channelCount.toLocaleString('en')
  const note = byId('channels-note', HTMLElement)
  note.hidden = channelCount > 0 && channelCount === channels.length
  note.textContent = channelCount
    ? `The first ${channels.length} are shown.`
    : 'Nobody is subscribed to a channel.'
  byId('channel-names', HTMLDataListElement).replaceChildren(
    ...channels.map(({ name }) => element('option', { value: name })),
  )
  showRows(byId('channels', HTMLUListElement), channels, {
    key: ({ name }) => name,
    create: ({ name }) => {
      const button = element(
        'button',
        { type: 'button', title: name },
        element('span', { class: 'name' }, name),
        element('span', { class: 'count' }),
      )
      button.addEventListener('click', () => onChoose(name))
      return element('li', {}, button)
    },
    update: (item, row) => {
      const count = item.querySelector('.count')
      if (count) count.textContent = describeCount(row)
      item.querySelector('button')?.setAttribute('aria-pressed', String(view.channel?.name === row.name))
    },
  })
}

/** @param {ChannelRow} row */
const describeCount = ({ subscriptions, users }) =>
  users === undefined
    ? String(subscriptions)
    : `${subscriptions} · ${users === 1 ? '1 user' : `${users} users`}`
