import { event, JsClient } from '@pusherkit/tests-support'
import type { Channel, Options } from 'pusher-js'
import type { Address } from './orders/address.ts'
import type { OrderView } from './orders/order-view.ts'
import type { Person, Role } from './session/person.ts'

/** Where somebody signs in, and the Channels server behind it. */
export interface Place {
  readonly url: string
  readonly emulator: ConstructorParameters<typeof JsClient>[0]
}

/** What the application answered. `message` is there when it said no. */
export interface Answer<Body> {
  readonly status: number
  readonly body: Body & { readonly message?: string }
}

type AuthCallback<Data> = (error: Error | null, data: Data | null) => void

/** Somebody without a browser, for the check and for tests: a cookie of their own and a real pusher-js client. */
export class Visitor implements Disposable {
  readonly #place: Place
  readonly #client: JsClient
  #cookie = ''
  #me: Person | undefined

  constructor(place: Place) {
    this.#place = place
    const authorize = <Data>(
      path: string,
      fields: Record<string, string>,
      callback: AuthCallback<Data>,
    ): void =>
      void this.#authorize<Data>(path, fields).then(
        (data) => callback(null, data),
        (error: Error) => callback(error, null),
      )
    const options: Partial<Options> = {
      channelAuthorization: {
        transport: 'ajax',
        endpoint: 'unused',
        customHandler: ({ socketId, channelName }, callback) =>
          authorize('/pusher/auth', { socket_id: socketId, channel_name: channelName }, callback),
      },
      userAuthentication: {
        transport: 'ajax',
        endpoint: 'unused',
        customHandler: ({ socketId }, callback) =>
          authorize('/pusher/user-auth', { socket_id: socketId }, callback),
      },
    }
    this.#client = new JsClient(place.emulator, undefined, options)
  }

  /** Signs in, and the connection too. @throws Error when somebody says no. */
  static async signIn(place: Place, name: string, role: Role): Promise<Visitor> {
    const visitor = new Visitor(place)
    const { status, body } = await visitor.ask<Person>('POST', '/session', { name, role })
    if (status !== 201) throw new Error(`The application answered ${status}: ${body.message}`)
    visitor.#me = body
    const signedIn = event(visitor.pusher, 'pusher:signin_success')
    visitor.pusher.signin()
    await signedIn
    return visitor
  }

  get pusher(): JsClient['pusher'] {
    return this.#client.pusher
  }

  /** Empty before the sign-in. */
  get id(): string {
    return this.#me?.id ?? ''
  }

  /** Rejects when the server says no. */
  subscribe<T extends Channel = Channel>(channel: string): Promise<T> {
    return this.#client.subscribe<T>(channel)
  }

  /** Orders a pound of coffee. @returns The id of the order. */
  async order(address: Address): Promise<string> {
    const lines = [{ product: 'sidamo', quantity: 2 }]
    const { body } = await this.ask<OrderView>('POST', '/orders', { lines, address })
    return body.id
  }

  move(id: string, to: string): Promise<Answer<OrderView>> {
    return this.ask('POST', `/orders/${id}/moves`, { to })
  }

  /** Asks the application as its page does. */
  async ask<Body>(method: string, path: string, body?: object): Promise<Answer<Body>> {
    const response = await this.#fetch(method, path, body && JSON.stringify(body))
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
  }

  async #authorize<Data>(path: string, fields: Record<string, string>): Promise<Data> {
    const response = await this.#fetch('POST', path, new URLSearchParams(fields))
    if (!response.ok) throw new Error(`${response.status}`)
    return (await response.json()) as Data
  }

  async #fetch(method: string, path: string, body?: string | URLSearchParams): Promise<Response> {
    const headers = new Headers({ cookie: this.#cookie })
    if (typeof body === 'string') headers.set('content-type', 'application/json')
    const response = await fetch(`${this.#place.url}${path}`, { method, headers, body: body ?? null })
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    if (cookies.length > 0) this.#cookie = cookies.join('; ')
    return response
  }

  [Symbol.dispose](): void {
    this.#client[Symbol.dispose]()
  }
}
