import type { Pusher } from '@pusherkit/core'
import { type AppOptions, type Emulator, startEmulator } from '@pusherkit/emulator'
import { authorizedBy, event, JsClient, type JsUser } from '@pusherkit/tests-support'
import OfficialPusher from 'pusher'

/** The official library takes the id of an app from a URL as a number. */
export const APP = { appId: '123', key: 'app-key', secret: 'app-secret' }

/** An emulator, the official server library, and pusher-js clients whose application server uses it. */
export class OfficialStage implements AsyncDisposable {
  readonly emulator: Emulator
  readonly official: OfficialPusher
  readonly #clients: JsClient[] = []

  private constructor(emulator: Emulator) {
    this.emulator = emulator
    const encryptionMasterKeyBase64 = Buffer.alloc(32, 5).toString('base64')
    const host = { host: '127.0.0.1', port: String(emulator.port) }
    this.official = new OfficialPusher({ ...APP, ...host, encryptionMasterKeyBase64 })
  }

  static async start(options: Partial<AppOptions> = {}): Promise<OfficialStage> {
    return new OfficialStage(await startEmulator({ apps: [{ ...APP, ...options }] }))
  }

  connect(user: JsUser = { id: 'ada' }): JsClient {
    const signer = this.official as unknown as Pusher
    const client = new JsClient(this.emulator, user, authorizedBy(signer, user))
    this.#clients.push(client)
    return client
  }

  async signIn(user: JsUser): Promise<JsClient> {
    const client = this.connect(user)
    const signedIn = event(client.pusher.connection, 'message')
    client.pusher.signin()
    await signedIn
    return client
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients) client[Symbol.dispose]()
    await this.emulator.close()
  }
}
