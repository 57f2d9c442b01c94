import { event, JsClient } from '@pusherkit/tests-support'
import type { Channel, Options } from 'pusher-js'
import type { settingsFor } from './settings.ts'

/** Where somebody signs in, and the Channels server behind it. */
export interface Place {
  readonly url: string
  readonly emulator: Parameters<typeof settingsFor>[0]
}

/** What the chat answered. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

type AuthCallback<Data> = (error: Error | null, data: Data | null) => void

/** Somebody who uses the chat without a browser: with a cookie of their own and a real pusher-js client. */
export class Person implements Disposable {
  readonly #place: Place
  readonly #client: JsClient
  #cookie: string | undefined

  constructor(place: Place) {
    this.#place = place
    const ask = <Data>(path: string, fields: Record<string, string>, callback: AuthCallback<Data>): void =>
      void this.#authorize<Data>(path, fields).then(
        (data) => callback(null, data),
        (error: Error) => callback(error, null),
      )
    const options: Partial<Options> = {
      channelAuthorization: {
        transport: 'ajax',
        endpoint: 'unused',
        customHandler: ({ socketId, channelName }, callback) =>
          ask('/pusher/auth', { socket_id: socketId, channel_name: channelName }, callback),
      },
      userAuthentication: {
        transport: 'ajax',
        endpoint: 'unused',
        customHandler: ({ socketId }, callback) =>
          ask('/pusher/user-auth', { socket_id: socketId }, callback),
      },
    }
    this.#client = new JsClient(place.emulator, undefined, options)
  }

  /** Comes in by a name, connects, and signs the connection in. @throws Error when the chat or the server says no. */
  static async signIn(place: Place, name: string): Promise<Person> {
    using stack = new DisposableStack()
    const person = stack.use(new Person(place))
    const { status, body } = await person.ask('POST', '/session', { name })
    if (status !== 201) throw new Error(`The chat answered ${status}: ${JSON.stringify(body)}`)
    const signedIn = event(person.pusher, 'pusher:signin_success')
    person.pusher.signin()
    await signedIn
    // From here on it is the caller's to dispose of.
    stack.move()
    return person
  }

  get pusher(): JsClient['pusher'] {
    return this.#client.pusher
  }

  /** The id that the chat gave. Empty before the sign-in. */
  get id(): string {
    return this.pusher.user.user_data?.id ?? ''
  }

  /** Rejects when the server says no. */
  subscribe(channel: string): Promise<Channel> {
    return this.#client.subscribe(channel)
  }

  /** Asks the chat as its page does, with the id of the connection. */
  async ask(method: string, path: string, body?: object): Promise<Answer> {
    const response = await this.#fetch(method, path, body && JSON.stringify(body))
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
  }

  /** @throws Error with the status, which pusher-js then shows. */
  async #authorize<Data>(path: string, fields: Record<string, string>): Promise<Data> {
    const response = await this.#fetch('POST', path, new URLSearchParams(fields))
    if (!response.ok) throw new Error(`${response.status}`)
    return (await response.json()) as Data
  }

  async #fetch(method: string, path: string, body?: string | URLSearchParams): Promise<Response> {
    const headers = new Headers()
    if (typeof body === 'string') headers.set('content-type', 'application/json')
    if (this.#cookie !== undefined) headers.set('cookie', this.#cookie)
    const socketId: string | undefined = this.pusher.connection.socket_id
    if (socketId !== undefined) headers.set('x-socket-id', socketId)
    const response = await fetch(`${this.#place.url}${path}`, { method, headers, body: body ?? null })
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    if (cookies.length > 0) this.#cookie = cookies.join('; ')
    return response
  }

  [Symbol.dispose](): void {
    this.#client[Symbol.dispose]()
  }
}
