import { element } from './dom.js'

/** A person's first letter, on a color of their own. */
export function portrait(id, name) {
  const made = element('span', { class: 'portrait', 'aria-hidden': 'true' }, [...name][0].toUpperCase())
  const hue = [...id].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 360, 0)
  made.style.setProperty('--hue', `${hue}`)
  return made
}
