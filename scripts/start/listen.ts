import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A listening HTTP server that can be disposed of. */
export interface Listening extends AsyncDisposable {
  readonly url: string
}

/** Serves an application. @param port 0 for a free one. */
export async function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(app)
  server.listen(port, host)
  await once(server, 'listening')
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
