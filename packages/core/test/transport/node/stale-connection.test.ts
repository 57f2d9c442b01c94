import { Agent } from 'node:http'
import { expect, test } from 'vitest'
import { createTransport } from '../../../src/transport/node.ts'
import { never, publishTo, serveTcp } from '../support.ts'

// What every transport does about such connections is in tests/transports.

test('a kept-alive connection that the server closed is replaced for a request that waited for it', async () => {
  let published = 0
  const { origin } = await serveTcp((socket, index) => {
    let requests = 0
    socket.on('data', () => {
      if (index === 0 && ++requests > 1) return void socket.destroy()
      published++
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}')
    })
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const transport = createTransport({ agent })
  const both = [publishTo(origin), publishTo(origin)].map((request) =>
    transport(request, { signal: never() }),
  )
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200])
  expect(published).toBe(2)
  agent.destroy()
})
