import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * A reverse proxy in front of a server, until the test has ended.
 *
 * @param rewrite Makes the path (and query) that is asked of the server from the one that was asked of the proxy.
 * @returns The port it listens on.
 */
export async function startProxy(port: number, rewrite: (target: string) => string): Promise<number> {
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url = '' } = incoming
    const forwarded = request({ host: '127.0.0.1', port, method, headers, path: rewrite(url) }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.close()
    proxy.closeAllConnections()
  })
  return (proxy.address() as AddressInfo).port
}
