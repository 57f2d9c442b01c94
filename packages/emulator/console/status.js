/** @import { LinkState } from './link.js' */
import { byId } from './element.js'

/** @type {Readonly<Record<LinkState, string>>} */
const SENTENCES = {
  connecting: 'connecting…',
  live: 'live',
  gone: 'The emulator is gone. Trying again…',
  locked: 'A token is needed',
  refused: 'Refused',
}

/**
 * Shows whether the page is live.
 *
 * @param {LinkState} state
 * @param {string} reason Why the emulator does not want to talk to it.
 */
export function showStatus(state, reason) {
  const status = byId('status', HTMLElement)
  const sentence = state === 'refused' && reason ? reason : SENTENCES[state]
  // A new text is read out; the same one once more would be, too.
  if (status.textContent !== sentence) status.textContent = sentence
  status.dataset.state = state
}

/**
 * Says something that can be seen, but may not be noticed, to those who listen to the page.
 *
 * @param {string} text
 */
export function announce(text) {
  byId('announcer', HTMLElement).textContent = text
}
