import { createUndiciTransport } from '@pusherkit/undici'
import { describeTransport } from './conformance.ts'

describeTransport({
  name: 'the undici transport that offers HTTP/2',
  create: (settings) => createUndiciTransport({ ...settings, allowH2: true }),
  scheme: 'https',
})
describeTransport({
  name: 'the undici transport that pipelines',
  create: (settings) => createUndiciTransport({ ...settings, pipelining: 10 }),
  scheme: 'http',
})
