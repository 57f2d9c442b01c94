import { createTransport } from '../../../src/transport/node.ts'
import { describeTransport } from '../conformance.ts'

describeTransport('the Node transport over http', () => createTransport())
describeTransport('the Node transport over https', ({ ca }) => createTransport({ tls: { ca } }), 'https')
