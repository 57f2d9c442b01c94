import { createQueryClient, type PusherQueryError } from '@pusherkit/query'
import { createApi } from './api.ts'
import { byId } from './dom.ts'
import { Health } from './follow/health.ts'
import { followWebhooks } from './follow/webhooks.ts'
import { History } from './history.ts'
import { channelAt } from './place.ts'
import { createBanner } from './view/banner.ts'
import { createChannelList } from './view/channel-list.ts'
import { listenToKeys } from './view/keys.ts'
import { createPage } from './view/page.ts'
import { createSignIn } from './view/sign-in.ts'
import { createWebhookList } from './view/webhook-list.ts'
import { watchAll } from './watch-all.ts'
import { watchOne } from './watch-one.ts'

const server = document.querySelector<HTMLMetaElement>('meta[name=server]')?.content ?? ''
const now = Date.now
const api = createApi(server, sessionStorage)
const client = createQueryClient({
  baseUrl: `${server}/pusher/query`,
  headers: api.headers,
  // Short, so that an outage is soon seen.
  ky: { timeout: 5_000 },
})
const banner = createBanner(now)
const page = createPage()
const list = createChannelList()
const signIn = createSignIn(api, start)
/** Ends what runs while somebody is signed in. */
let shift = new AbortController()

function start(): void {
  shift = new AbortController()
  const { signal } = shift
  byId('dashboard').hidden = false
  const health = new Health((changed) => {
    banner.show(changed)
    if (!changed.error) reopen()
  })
  banner.show(health)
  const reopen = followWebhooks(api, { ...createWebhookList(), signal })
  const parts = { client, health, page, now, refuse }
  let visit = new AbortController()
  const all = watchAll(parts, list, () => channelAt(location.hash) === undefined, signal)
  const turn = (): void => {
    visit.abort()
    visit = new AbortController()
    const channel = channelAt(location.hash)
    page.turnTo(channel)
    if (channel === undefined) all.draw()
    else watchOne(parts, channel, AbortSignal.any([signal, visit.signal]))
  }
  addEventListener('hashchange', turn, { signal })
  turn()
}

/** Leaves nothing on the page of what only those who are signed in may see. */
function stop(notice?: string): void {
  shift.abort()
  list.show({ rows: [], users: 0, occupied: [], vacated: [] })
  for (const id of ['webhook-list', 'member-list', 'moves']) byId(id).replaceChildren()
  page.turnTo(undefined)
  for (const card of page.cards) card.draw(new History())
  byId('dashboard').hidden = true
  signIn.show(notice)
}

function refuse(error: PusherQueryError): void {
  if (shift.signal.aborted) return
  if (error.status === 401 || error.status === 403) {
    api.signOut()
    stop('Your session has ended. Please sign in again.')
  } else banner.fail(error.message)
}

byId('sign-out').addEventListener('click', () => {
  api.signOut()
  stop()
})
listenToKeys()
if (api.isSignedIn) start()
else signIn.show()
