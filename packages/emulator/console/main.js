/** @import { ServerMessage, Snapshot } from '../src/console/messages.ts' */
/** @import { AppView } from '../src/console/view-app.ts' */
import { showApps, startChoosing } from './apps.js'
import { showChannel } from './channel-detail.js'
import { showChannels } from './channels.js'
import { showConnections } from './connections.js'
import { showCounts } from './counts.js'
import { byId } from './element.js'
import { listenToKeys } from './keys.js'
import { createKindSwitches } from './kinds.js'
import { createLink } from './link.js'
import { Log } from './log.js'
import { beginEvent, showAnswer, startPublishing } from './publish.js'
import { announce, showStatus } from './status.js'
import { keepToken, readToken } from './token.js'

const filter = byId('filter', HTMLInputElement)
const pause = byId('pause', HTMLButtonElement)
const tokenForm = byId('token-form', HTMLFormElement)

/** What the page is about. @type {{ run: string, appId: string | undefined, seq: number, channel: string | undefined }} */
const now = { run: '', appId: undefined, seq: 0, channel: undefined }

/** @type {string[]} */
let words = []
const isKindOn = createKindSwitches(() => log.refilter())
const log = new Log(
  (entry, text) => isKindOn(entry.kind) && words.every((word) => text.includes(word)),
  showCounts,
)

const link = createLink({
  hello: () => ({ type: 'hello', token: readToken(), appId: now.appId }),
  onMessage: receive,
  onState: (state, reason) => {
    showStatus(state, reason)
    const wasLocked = !tokenForm.hidden
    tokenForm.hidden = state !== 'locked'
    if (state === 'locked' && !wasLocked) byId('token', HTMLInputElement).focus()
  },
})

/** @param {ServerMessage} message */
function receive(message) {
  if (message.type === 'snapshot') begin(message)
  else if (message.type === 'view') showView(message.view)
  else if (message.type === 'answer') showAnswer(message)
  else {
    now.seq = message.entries.at(-1)?.seq ?? now.seq
    log.add(message.entries, message.skipped)
  }
}

/** A page that was away for a while goes on where it was; another app or another run begins anew. */
function begin(/** @type {Snapshot} */ snapshot) {
  const { run, appId, entries } = snapshot
  const isSame = run === now.run && appId === now.appId
  if (!isSame) {
    log.clear()
    if (now.run !== '' && run !== now.run) log.note('The emulator was started again')
    now.seq = 0
  }
  if (appId !== now.appId) now.channel = undefined
  now.run = run
  now.appId = appId
  showApps(snapshot)
  log.add(
    entries.filter(({ seq }) => seq > now.seq),
    0,
  )
  now.seq = entries.at(-1)?.seq ?? now.seq
  showView(snapshot.view)
  if (now.channel !== undefined) link.send({ type: 'channel', channel: now.channel })
}

function showView(/** @type {AppView} */ view) {
  showChannels(view, chooseChannel)
  showConnections(view)
  showChannel(view.channel)
}

/** @param {string | undefined} channel */
function chooseChannel(channel) {
  now.channel = channel
  link.send({ type: 'channel', channel })
}

/** @param {string} text */
function filterBy(text) {
  filter.value = text
  words = text.toLowerCase().split(/\s+/).filter(Boolean)
  log.refilter()
}

function togglePause() {
  const isPaused = pause.getAttribute('aria-pressed') !== 'true'
  pause.setAttribute('aria-pressed', String(isPaused))
  log.pause(isPaused)
  announce(isPaused ? 'Paused' : 'Going on')
}

function clear() {
  log.clear()
  announce('Cleared')
}

filter.addEventListener('input', () => filterBy(filter.value))
pause.addEventListener('click', togglePause)
byId('clear', HTMLButtonElement).addEventListener('click', clear)
byId('detail-close', HTMLButtonElement).addEventListener('click', () => {
  chooseChannel(undefined)
  byId('channels', HTMLElement).querySelector('button')?.focus()
})
byId('detail-filter', HTMLButtonElement).addEventListener('click', () => filterBy(now.channel ?? ''))
byId('detail-publish', HTMLButtonElement).addEventListener('click', () => beginEvent(now.channel))
tokenForm.addEventListener('submit', (event) => {
  event.preventDefault()
  keepToken(byId('token', HTMLInputElement).value.trim())
  link.reopen()
})
startChoosing((appId) => link.send({ type: 'app', appId }))
startPublishing(link.send)
listenToKeys({
  '/': () => filter.focus(),
  p: togglePause,
  c: clear,
  n: () => beginEvent(),
  l: () => byId('log', HTMLElement).focus(),
})
