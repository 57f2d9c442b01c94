import { createTransport } from '../../packages/core/src/transport/fetch.ts'
import { describeTransport } from './conformance.ts'

// What it does with connections, proxies and TLS is the runtime's business.
describeTransport({ name: 'the fetch transport', create: () => createTransport(), scheme: 'http' })
