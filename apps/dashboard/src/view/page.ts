import { channelKind, isPresenceChannel } from '@pusherkit/core/contract'
import { byId } from '../dom.ts'
import { type Card, createCard } from './card.ts'

/** What belongs to all channels or to one of them. */
export interface Page {
  /** Of all channels: how many, and their users. Of one: subscriptions and users. */
  readonly cards: readonly [Card, Card]
  /** Shows one channel, or all of them. */
  readonly turnTo: (channel: string | undefined) => void
}

export function createPage(): Page {
  const cards = [createCard(), createCard()] as const
  byId('cards').append(...cards.map(({ root }) => root))
  return {
    cards,
    turnTo(channel) {
      const isPresence = channel !== undefined && isPresenceChannel(channel)
      const titles = channel === undefined ? ['Occupied channels', 'Users'] : ['Subscriptions', 'Users']
      cards.forEach((card, index) => {
        card.name(titles[index] ?? '')
      })
      cards[1].hide(channel !== undefined && !isPresence)
      byId('subject').textContent = channel ?? 'All channels'
      byId('kind').textContent = channel === undefined ? '' : channelKind(channel)
      byId('back').hidden = channel === undefined
      byId('list').hidden = channel !== undefined
      byId('members').hidden = !isPresence
      byId('content').classList.toggle('one', channel !== undefined)
      document.title = `${channel ?? 'Dashboard'} · PusherKit`
    },
  }
}
