/** @import { JournalEntry } from '../src/journal/entry.ts' */

/**
 * One entry in one line.
 *
 * @typedef {object} Summary
 * @property {string} where The channel, path or connection that it is about.
 * @property {string} what
 * @property {string} outcome How it ended, in a word or number.
 * @property {boolean} [bad] Whether somebody should look at it.
 */

const LONGEST = 300

/** @param {string} text */
const oneLine = (text) => text.slice(0, LONGEST).replace(/\s+/g, ' ')

/**
 * What a request publishes, in words: the data is in the events below it.
 *
 * @param {string} body
 */
function describeBody(body) {
  try {
    const { name, channel, channels = [channel], batch } = JSON.parse(body)
    if (Array.isArray(batch)) return `${batch.length} events: ${batch.map((event) => event.name).join(', ')}`
    return name === undefined ? body : `${name} to ${channels.join(', ')}`
  } catch {
    return body
  }
}

/** @param {number} count */
const receivers = (count) => (count === 1 ? '1 receiver' : `${count} receivers`)

/**
 * @param {JournalEntry} entry
 * @returns {Summary}
 */
export function summarize(entry) {
  switch (entry.kind) {
    case 'request':
      return {
        where: `${entry.method} ${entry.path.replace(/^\/apps\/[^/]+/, '')}`,
        what: oneLine(entry.status === 200 ? describeBody(entry.body) : entry.answer),
        outcome: String(entry.status),
        bad: entry.status >= 400,
      }
    case 'event':
      return {
        where: entry.channel,
        what: oneLine(`${entry.event} ${entry.data}`),
        outcome: receivers(entry.recipients),
      }
    case 'client_event':
      return {
        where: entry.channel,
        what: oneLine(`${entry.event} ${entry.data}`),
        outcome: entry.userId ?? entry.socketId,
      }
    case 'webhook': {
      const { url, events, delivered, status, error, attempt } = entry.delivery
      return {
        where: oneLine([...new Set(events.map(({ channel }) => channel))].join(', ')),
        what: `${events.map(({ name }) => name).join(', ')} to ${url}${attempt === 1 ? '' : `, try ${attempt}`}`,
        outcome: String(status ?? error ?? ''),
        bad: !delivered,
      }
    }
    case 'subscription':
      return { where: entry.channel, what: entry.state, outcome: entry.userId ?? entry.socketId }
    case 'connection':
      return {
        where: entry.socketId,
        what: oneLine(entry.reason ? `${entry.state}: ${entry.reason}` : entry.state),
        outcome: entry.code === undefined ? '' : String(entry.code),
        bad: (entry.code ?? 0) >= 4000,
      }
    case 'signin':
      return { where: entry.socketId, what: `signed in as ${entry.userId}`, outcome: entry.userId }
    case 'error':
      return {
        where: entry.channel ?? entry.socketId,
        what: oneLine(entry.message),
        outcome: entry.code === undefined ? 'error' : String(entry.code),
        bad: true,
      }
  }
}
