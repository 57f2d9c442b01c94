import { channelKind } from '@pusherkit/core/contract'
import { arrange, byId, element } from '../dom.ts'
import type { Overview } from '../follow/overview.ts'
import { placeOf } from '../place.ts'
import { type Row, type Selection, selectChannels } from '../select-channels.ts'

/** More than anybody reads, and few enough to draw every two seconds. */
const MAX_ROWS = 200

/** The list of channels with its filters. */
export interface ChannelList {
  readonly show: (overview: Overview) => void
}

export function createChannelList(): ChannelList {
  const list = byId('channels')
  const search = byId<HTMLInputElement>('search')
  const prefix = byId<HTMLInputElement>('prefix')
  const order = byId<HTMLSelectElement>('order')
  let rows: readonly Row[] = []
  const items = new Map<string, Item>()

  const draw = (): void => {
    const selection: Selection = {
      search: search.value,
      prefix: prefix.value,
      order: order.value === 'users' ? 'users' : 'name',
    }
    const selected = selectChannels(rows, selection)
    const drawn = selected.slice(0, MAX_ROWS)
    arrange(
      list,
      drawn.map((row) => {
        const item = items.get(row.name) ?? createItem(row.name)
        items.set(row.name, item)
        item.tell(row.users)
        return item.root
      }),
    )
    byId('shown').textContent = describe(drawn.length, selected.length, rows.length)
    byId('empty').hidden = selected.length > 0
    byId('empty').textContent = rows.length > 0 ? 'No channel fits.' : 'Nobody is subscribed to anything.'
  }
  for (const field of [search, prefix, order]) field.addEventListener('input', draw)

  return {
    show({ rows: told, occupied, vacated }) {
      rows = told
      for (const name of vacated) items.delete(name)
      draw()
      for (const name of occupied) items.get(name)?.root.classList.add('new')
    },
  }
}

function describe(drawn: number, selected: number, all: number): string {
  if (drawn < selected) return `the first ${drawn} of ${selected}`
  return selected < all ? `${selected} of ${all}` : `${all}`
}

interface Item {
  readonly root: HTMLElement
  readonly tell: (users: number | undefined) => void
}

function createItem(name: string): Item {
  const kind = channelKind(name)
  const users = element('span', { class: 'users' })
  const badge = kind === 'public' ? [] : [element('span', { class: 'badge' }, kind)]
  const link = element(
    'a',
    { href: placeOf(name) },
    element('span', { class: 'name' }, name),
    ...badge,
    users,
  )
  return {
    root: element('li', {}, link),
    tell(count) {
      const text = count === undefined ? '' : `${count} ${count === 1 ? 'user' : 'users'}`
      if (users.textContent !== text) users.textContent = text
    },
  }
}
