import { byId } from './element.js'

const list = byId('log', HTMLOListElement)

/** @param {EventTarget | null} target */
const isField = (target) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')

/** The lines that can be seen, the newest first. */
const lines = () => [...list.querySelectorAll(':scope > li:not([hidden]) > button')]

/** @param {KeyboardEvent} event */
function move(event) {
  const all = lines()
  const here = all.findIndex((line) => line.matches(':focus'))
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  const line = all[Math.max(0, Math.min(next, all.length - 1))]
  if (line instanceof HTMLElement) line.focus()
}

/**
 * Listens to the keys that the foot of the page explains. Single letters do nothing while somebody writes.
 *
 * @param {Readonly<Record<string, () => void>>} actions What each key does.
 */
export function listenToKeys(actions) {
  list.addEventListener('keydown', move)
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur()
      return
    }
    const action = actions[event.key]
    if (!action || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    event.preventDefault()
    action()
  })
}
