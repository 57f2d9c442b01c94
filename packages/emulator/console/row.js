/** @import { JournalEntry } from '../src/journal/entry.ts' */
import { element } from './element.js'
import { createFields } from './fields.js'
import { KINDS } from './kinds.js'
import { summarize } from './summary.js'

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

/**
 * The line of an entry: a button that shows everything below it.
 *
 * @param {JournalEntry} entry
 */
export function createRow(entry) {
  const { where, what, outcome, bad } = summarize(entry)
  const line = element(
    'button',
    { type: 'button', tabindex: '-1', 'aria-expanded': 'false' },
    element('time', {}, CLOCK.format(entry.at)),
    element('b', { class: 'kind' }, KINDS[entry.kind].one),
    element('span', { class: 'where' }, where),
    element('span', { class: 'what' }, what),
    element('span', { class: 'outcome' }, outcome),
  )
  const row = element('li', { 'data-kind': entry.kind }, line)
  if (bad) row.classList.add('bad')
  /** @type {HTMLElement | undefined} */
  let fields
  line.addEventListener('click', () => {
    const isOpen = line.getAttribute('aria-expanded') === 'true'
    line.setAttribute('aria-expanded', String(!isOpen))
    fields ??= createFields(entry)
    if (isOpen) fields.remove()
    else row.append(fields)
  })
  return row
}

/**
 * A line between entries.
 *
 * @param {string} text
 */
export const createNote = (text) => element('li', { class: 'gap' }, text)
