import { Server } from 'proxy-chain'
import { expect, onTestFinished, test } from 'vitest'
import { certificates, sendFromAnotherProcess, serve } from '../support.ts'

// What every transport does with a proxy is in tests/transports.

test('an idle tunnel does not keep the process alive', async () => {
  const { ca, server } = await certificates()
  const proxy = new Server({ port: 0, host: '127.0.0.1' })
  await proxy.listen()
  onTestFinished(() => proxy.close(true))
  const { origin } = await serve((_, response) => response.end(), { ...server, keepAliveTimeout: 0 })
  const settings = { httpProxy: `http://127.0.0.1:${proxy.port}`, tls: { ca } }
  expect(await sendFromAnotherProcess(origin, settings)).toBe('200\n')
})
