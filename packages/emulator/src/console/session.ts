import type { App } from '../apps/app.ts'
import { encode, encodeWithEntries } from './encode.ts'
import { lastEntries } from './history.ts'
import { isAbout } from './is-about.ts'
import type { ClientMessage } from './messages.ts'
import type { ConsolePlan } from './plan.ts'
import { publishDraft } from './publish.ts'
import { Sampler } from './sampler.ts'
import { viewApp } from './view-app.ts'

/** The socket of a console, as much of it as a session needs. */
export interface ConsoleSocket {
  readonly send: (text: string) => void
  /** Bytes that the other end has not taken yet. */
  readonly bufferedAmount: number
}

/** How long to gather before a frame is sent, in ms. */
const GATHER_MS = 100
/** How often the lists of connections and channels are looked at, in ms, while something happens. */
const LOOK_MS = 500
/** How much may wait for a page that reads slowly, in bytes. What happens meanwhile is counted, and not kept. */
const WAITING_BYTES = 1_048_576

/** One console that may see everything: tells it about one app at a time. */
export class Session {
  readonly #socket: ConsoleSocket
  readonly #plan: ConsolePlan
  readonly #sampler: Sampler
  readonly #unsubscribe: () => void
  #app: App
  #channel: string | undefined
  #shown = ''
  #shownAt = 0
  #mayHaveChanged = false
  #cancel: (() => void) | undefined

  constructor(socket: ConsoleSocket, app: App, plan: ConsolePlan) {
    this.#socket = socket
    this.#plan = plan
    this.#app = app
    this.#sampler = new Sampler(plan.clock.now)
    this.#unsubscribe = plan.journal.subscribe((entry) => {
      if (!isAbout(entry, this.#app, plan.apps)) return
      this.#sampler.offer(entry)
      this.#mayHaveChanged = true
      this.#wake()
    })
    this.#sendSnapshot()
  }

  /** Does what the console asks for. */
  receive(message: ClientMessage): void {
    if (message.type === 'app') this.#chooseApp(message.appId)
    else if (message.type === 'channel') this.#chooseChannel(message.channel)
    else if (message.type === 'publish') {
      const { status, body } = publishDraft(this.#app, message, this.#plan.answer)
      this.#socket.send(encode({ type: 'answer', id: message.id, status, body }))
    }
  }

  /** Stops telling. */
  close(): void {
    this.#unsubscribe()
    this.#cancel?.()
  }

  #chooseApp(appId: string): void {
    this.#app = this.#plan.apps.byId(appId) ?? this.#app
    this.#channel = undefined
    this.#sampler.take()
    this.#sendSnapshot()
  }

  #chooseChannel(channel: string | undefined): void {
    this.#channel = channel
    this.#showView()
  }

  #sendSnapshot(): void {
    const { apps, run, journal } = this.#plan
    const entries = journal.entries.filter((entry) => isAbout(entry, this.#app, apps))
    const view = viewApp(this.#app, this.#channel)
    this.#shown = JSON.stringify(view)
    const names = apps.all.map(({ appId, token }) => ({ appId, key: token.key }))
    const { appId } = this.#app
    const message = { type: 'snapshot', run, apps: names, appId, view }
    this.#socket.send(encodeWithEntries(message, lastEntries(entries)))
  }

  #wake(ms = GATHER_MS): void {
    this.#cancel ??= this.#plan.clock.schedule(() => this.#flush(), ms)
  }

  #flush(): void {
    this.#cancel = undefined
    if (this.#socket.bufferedAmount > WAITING_BYTES) {
      this.#sampler.drop()
      this.#wake()
      return
    }
    if (!this.#sampler.isEmpty) {
      const { entries, skipped } = this.#sampler.take()
      this.#socket.send(encodeWithEntries({ type: 'entries', skipped }, entries))
    }
    if (!this.#mayHaveChanged) return
    const wait = this.#shownAt + LOOK_MS - this.#plan.clock.now()
    if (wait > 0) this.#wake(wait)
    else this.#showView()
  }

  #showView(): void {
    this.#mayHaveChanged = false
    this.#shownAt = this.#plan.clock.now()
    const view = viewApp(this.#app, this.#channel)
    const text = JSON.stringify(view)
    if (text === this.#shown) return
    this.#shown = text
    this.#socket.send(encode({ type: 'view', view }))
  }
}
