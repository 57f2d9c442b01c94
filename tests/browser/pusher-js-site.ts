import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { Pusher } from '@pusherkit/core'
import { isPresenceChannel } from '@pusherkit/core/contract'
import { startEmulator } from '@pusherkit/emulator'
import { createEncryption } from '@pusherkit/encryption'
import type { PusherJsOptions } from './pusher-js-client.ts'

/** pusher-js as it is installed, next to the helpers that depend on it. */
const NODE_BUILD = createRequire(new URL('../support/package.json', import.meta.url)).resolve('pusher-js')
const WEB_BUILDS = `${dirname(NODE_BUILD)}/../web`

/** An emulator, and an application server that authorizes its clients and serves pages that load pusher-js. */
export interface Site extends AsyncDisposable {
  /** The address of a page with `Pusher` in it: the build of this name. */
  readonly page: (build: string) => string
  /** What a client of this user gives to pusher-js. */
  readonly clientOptions: (user: string) => PusherJsOptions
  readonly pusher: Pusher
}

/** Whom the user wants to hear of: ada of bob. */
const watchlistOf = (user: string): string[] => (user === 'ada' ? ['bob'] : [])

/** Starts both. The application server refuses the user mallory and channels named forbidden, and signs forged ones wrongly. */
export async function startSite(): Promise<Site> {
  const emulator = await startEmulator()
  const encryption = createEncryption({ masterKeyBase64: Buffer.alloc(32, 7).toString('base64') })
  const pusher = new Pusher({ ...emulator.serverOptions(), encryption })
  const forger = new Pusher({ ...emulator.serverOptions(), secret: 'guessed' })

  const authorize = (socketId: string, channel: string, user: string): object | undefined => {
    if (user === 'mallory' || channel.endsWith('forbidden')) return undefined
    const signer = channel.endsWith('forged') ? forger : pusher
    const member = isPresenceChannel(channel) ? { user_id: user, user_info: { name: user } } : null
    return signer.authorizeChannel(socketId, channel, member)
  }
  const authenticate = (socketId: string, user: string): object | undefined =>
    user === 'mallory'
      ? undefined
      : pusher.authenticateUser(socketId, { id: user, watchlist: watchlistOf(user) })

  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (request.method === 'GET') {
      const isScript = path.endsWith('.js')
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      response.end(isScript ? await readFile(WEB_BUILDS + path) : `<script src="${path}.js"></script>`)
      return
    }
    const form = new URLSearchParams(await text(request))
    const [socketId = '', channel, user = ''] = ['socket_id', 'channel_name', 'user'].map(
      (name) => form.get(name) ?? undefined,
    )
    const answer = channel === undefined ? authenticate(socketId, user) : authorize(socketId, channel, user)
    response.writeHead(answer ? 200 : 403, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? { error: 'no' }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    pusher,
    page: (build) => `${url}/${build}`,
    clientOptions: (user) => ({
      ...emulator.clientOptions(),
      channelAuthorization: { transport: 'ajax', endpoint: `${url}/pusher/auth`, params: { user } },
      userAuthentication: { transport: 'ajax', endpoint: `${url}/pusher/user-auth`, params: { user } },
    }),
    [Symbol.asyncDispose]: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      await emulator.close()
    },
  }
}
