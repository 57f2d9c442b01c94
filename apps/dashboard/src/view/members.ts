import { arrange, byId, element, timeOfDay } from '../dom.ts'

const MAX_MEMBERS = 500
const MAX_MOVES = 20

/** Who is on a presence channel, and who came and left while somebody looked. */
export interface Members {
  readonly show: (ids: readonly string[], added: readonly string[], removed: readonly string[]) => void
}

/** Begins with nobody. */
export function createMembers(now: () => number): Members {
  const list = byId('member-list')
  const moves = byId('moves')
  const items = new Map<string, HTMLElement>()
  list.replaceChildren()
  moves.replaceChildren()
  byId('members-shown').textContent = ''

  const tell = (sign: string, what: string, id: string): void => {
    const time = element('time', {}, timeOfDay(now()))
    moves.prepend(element('li', { class: what }, time, `${sign} ${id} ${what}`))
    if (moves.children.length > MAX_MOVES) moves.lastElementChild?.remove()
  }
  return {
    show(ids, added, removed) {
      const sorted = ids.toSorted()
      const drawn = sorted.slice(0, MAX_MEMBERS)
      for (const id of removed) items.delete(id)
      arrange(
        list,
        drawn.map((id) => {
          const item = items.get(id) ?? element('li', {}, id)
          items.set(id, item)
          return item
        }),
      )
      for (const id of added) {
        items.get(id)?.classList.add('new')
        tell('+', 'came', id)
      }
      for (const id of removed) tell('−', 'left', id)
      byId('members-shown').textContent =
        drawn.length < ids.length ? `the first ${drawn.length} of ${ids.length}` : `${ids.length}`
    },
  }
}
