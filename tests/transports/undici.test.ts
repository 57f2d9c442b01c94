import { createUndiciTransport } from '@pusherkit/undici'
import { describeTransport } from './conformance.ts'
import { describeKeepAlive } from './keep-alive.ts'
import { describeProxy } from './proxy.ts'
import { describeStaleConnections } from './stale-connection.ts'
import { describeTls } from './tls.ts'

const subject = { name: 'the undici transport', create: createUndiciTransport } as const

for (const scheme of ['http', 'https'] as const) {
  describeTransport({ ...subject, scheme })
  describeKeepAlive({ ...subject, scheme })
  describeStaleConnections({ ...subject, scheme })
}
describeTls({ ...subject, scheme: 'https' })
describeProxy({ ...subject, scheme: 'https' })
