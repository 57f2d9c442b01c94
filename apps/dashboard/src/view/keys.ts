import { byId } from '../dom.ts'

/** `/` searches, arrows walk through the channels, Escape clears the search or leaves a channel. */
export function listenToKeys(): void {
  const search = byId<HTMLInputElement>('search')
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId('dashboard').hidden) return
    const isTyping = document.activeElement?.matches('input, select') === true
    if (event.key === '/' && !isTyping && !byId('list').hidden) search.focus()
    else if (event.key === 'Escape' && !byId('back').hidden) location.hash = '#/'
    else if (event.key === 'Escape' && document.activeElement === search) clear(search)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!walk(event.key === 'ArrowDown' ? 1 : -1)) return
    } else return
    event.preventDefault()
  })
}

function clear(search: HTMLInputElement): void {
  search.value = ''
  search.dispatchEvent(new Event('input'))
}

/** From the search into the list, along it, and back. */
function walk(step: 1 | -1): boolean {
  const search = byId('search')
  const links = [...byId('channels').querySelectorAll('a')]
  const index = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (index === -1 && document.activeElement !== search) return false
  const target = index + step < 0 ? search : links[index + step]
  target?.focus()
  return true
}
