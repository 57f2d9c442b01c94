import { createServer } from 'node:http'
import { tell } from '../harness/child.ts'

// The least that an API on node:http can be: it reads a request and answers.

const server = createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}'))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') tell({ port: address.port })
})
process.on('disconnect', () => process.exit())
