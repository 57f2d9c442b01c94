import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An HTTP server that listens. */
export interface Listening extends AsyncDisposable {
  readonly url: string
  /**
   * Says who answers. It may come after listening: the emulator wants to know where webhooks go, and the chat where the
   * emulator is.
   */
  readonly serve: (app: RequestListener) => void
}

/** @param port 0 for a free one. @throws Error when it cannot listen, e.g. with the code `EADDRINUSE`. */
export async function listen(host: string, port: number): Promise<Listening> {
  const server = createServer()
  server.listen(port, host)
  await once(server, 'listening')
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    serve: (app) => void server.on('request', app),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
