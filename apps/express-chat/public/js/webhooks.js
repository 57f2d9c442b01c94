import { byId, element, time } from './dom.js'
import { loadState } from './load-state.js'

const MAX_ENTRIES = 50
/** By their numbers: what is live may overtake what was asked for. */
const entries = new Map()

/** Shows the log, and what comes from now on. */
export function followWebhooks(pusher) {
  const channel = pusher.subscribe('private-webhooks')
  channel.bind('webhook', (entry) => show(entry))
  // Only now nothing is missed any more, so this is the time to ask for what was before.
  channel.bind('pusher:subscription_succeeded', async () => {
    const { log = [] } = await loadState().catch(() => ({}))
    show(...log)
  })
}

function show(...news) {
  for (const entry of news) entries.set(entry.number, entry)
  const newestFirst = [...entries.values()].sort((a, b) => b.number - a.number)
  byId('log').replaceChildren(...newestFirst.slice(0, MAX_ENTRIES).map(row))
  byId('webhook-count').textContent = `${newestFirst[0]?.number ?? 0}`
  byId('no-webhooks').hidden = entries.size > 0
}

const row = ({ name, text, at }) =>
  element('li', {}, element('time', {}, time(at)), element('code', {}, name), element('p', {}, text))
