/** @import { JournalEntry } from '../src/journal/entry.ts' */
import { element } from './element.js'
import { pretty } from './pretty.js'

/** Texts that may be JSON, and are laid out if they are. */
const PAYLOADS = ['data', 'body', 'answer']
/** What the line above says already, or nobody looks for. */
const LEFT_OUT = ['kind', 'appId']

/**
 * @param {string} name
 * @param {unknown} value
 */
function show(name, value) {
  if (name === 'at') return new Date(Number(value)).toISOString()
  if (typeof value !== 'string') return JSON.stringify(value, null, 2)
  return PAYLOADS.includes(name) ? pretty(value) : value
}

/**
 * Everything that an entry says, with payloads laid out.
 *
 * @param {JournalEntry} entry
 */
export function createFields(entry) {
  const list = element('dl')
  const fields = entry.kind === 'webhook' ? { ...entry, ...entry.delivery, delivery: undefined } : entry
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === '' || LEFT_OUT.includes(name)) continue
    list.append(element('dt', {}, name), element('dd', {}, show(name, value)))
  }
  return list
}
