import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express5, { type Express } from 'express'
import express4 from 'express4'
import { afterEach } from 'vitest'

export type ExpressModule = typeof express5

/** Both versions, under the types of the newer one. */
export const frameworks: readonly (readonly [string, ExpressModule])[] = [
  ['Express 5', express5],
  ['Express 4', express4 as unknown as ExpressModule],
]

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Serves an application until the test ends. */
export async function serve(app: Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
