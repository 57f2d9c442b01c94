import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { ClientMessage, ServerMessage } from '../../src/console/messages.ts'

/** An emulator, or anything else that has an address. */
interface Served {
  readonly url: string
}

type Message<Type> = Extract<ServerMessage, { type: Type }>

/** What a console's page does, without the page. */
export class ConsoleClient implements AsyncDisposable {
  readonly socket: WebSocket
  readonly closed: Promise<{ code: number; reason: string }>
  /** Everything that came and was not asked for yet. */
  readonly received: ServerMessage[] = []
  #arrived = Promise.withResolvers<void>()

  /** @param headers Of the request to upgrade. */
  constructor({ url }: Served, headers: Readonly<Record<string, string>> = {}) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/console`, { headers })
    this.socket.on('error', () => {})
    this.socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)))
      this.#arrived.resolve()
      this.#arrived = Promise.withResolvers()
    })
    this.closed = once(this.socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }))
  }

  send(message: ClientMessage | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  /** Waits for the next message of a type. Those of other types before it are dropped. */
  async next<Type extends ServerMessage['type']>(type: Type): Promise<Message<Type>> {
    for (;;) {
      const message = this.received.shift()
      if (message?.type === type) return message as Message<Type>
      if (!message) await this.#arrived.promise
    }
  }

  /** Says hello, and gives the snapshot. */
  async hello(token?: string): Promise<Message<'snapshot'>> {
    if (this.socket.readyState !== WebSocket.OPEN) await once(this.socket, 'open')
    this.send({ type: 'hello', token })
    return this.next('snapshot')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.close()
    await this.closed
  }
}
