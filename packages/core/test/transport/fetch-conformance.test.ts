import { createTransport } from '../../src/transport/fetch.ts'
import { describeTransport } from './conformance.ts'

describeTransport('the fetch transport', () => createTransport())
