/** @import { AnswerMessage, ClientMessage } from '../src/console/messages.ts' */
import { byId } from './element.js'
import { isJson } from './pretty.js'

const form = byId('publish', HTMLFormElement)
const channel = byId('publish-channel', HTMLInputElement)
const event = byId('publish-event', HTMLInputElement)
const data = byId('publish-data', HTMLTextAreaElement)
const answer = byId('publish-answer', HTMLOutputElement)

let lastId = 0

/**
 * @param {string} text
 * @param {boolean} isGood
 */
function say(text, isGood) {
  answer.textContent = text
  answer.classList.toggle('bad', !isGood)
}

const describeData = () => {
  byId('data-kind', HTMLElement).textContent = isJson(data.value) ? 'JSON' : 'no JSON: sent as text'
}

/**
 * Makes the form publish.
 *
 * @param {(message: ClientMessage) => boolean} send
 */
export function startPublishing(send) {
  describeData()
  data.addEventListener('input', describeData)
  // Enter is a new line in the data.
  data.addEventListener('keydown', (pressed) => {
    if (pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) form.requestSubmit()
  })
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault()
    lastId++
    const draft = { channel: channel.value, event: event.value, data: data.value }
    say('', true)
    if (!send({ type: 'publish', id: lastId, ...draft })) say('Not sent: the emulator is gone.', false)
  })
}

/**
 * Shows what the HTTP API answered.
 *
 * @param {AnswerMessage} message
 */
export function showAnswer({ id, status, body }) {
  if (id !== lastId) return
  const isGood = status === 200
  say(isGood ? `Published: ${status} ${body}` : `Refused: ${status} ${body}`, isGood)
}

/**
 * Gets the form ready for another event.
 *
 * @param {string} [name] The channel to publish to.
 */
export function beginEvent(name) {
  if (name !== undefined) channel.value = name
  const field = name === undefined ? channel : event
  field.focus()
  field.select()
}
