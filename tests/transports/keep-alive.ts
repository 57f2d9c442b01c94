import { getEventListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { serveSockets } from './serve-sockets.ts'
import type { Subject } from './subject.ts'
import { certificates, closing, never, publishTo, requestTo, serve, serveTcp } from './support.ts'

/** What a transport does with its connections that keeps up to 64 for 55 s. */
export function describeKeepAlive({ name, create: createTransport, scheme }: Subject): void {
  describe(`the connections of ${name} over ${scheme}`, async () => {
    const { ca, server } = await certificates()
    const tls = scheme === 'https' ? server : undefined
    const create = () => createTransport(tls ? { tls: { ca } } : {})

    test('one is enough for publishes that are 5.5 s apart', async () => {
      // Announces nothing, and never closes an idle one.
      const { origin, sockets } = await serveSockets((socket) => {
        socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'))
      }, tls)
      const transport = create()
      await transport(publishTo(origin), { signal: never() })
      // No event tells of a connection that stays. Node's and undici's own defaults are 5 s and 4 s.
      await wait(5_500)
      await transport(publishTo(origin), { signal: never() })
      expect(sockets.length).toBe(1)
    })

    test('at most 64 serve 1,000 publishes in flight', async () => {
      const { origin, sockets } = await serve((_, response) => setImmediate(() => response.end('{}')), tls)
      const transport = create()
      const sent = Array.from({ length: 1000 }, () => transport(publishTo(origin), { signal: never() }))
      expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([200]))
      expect(sockets.length).toBeGreaterThan(16)
      expect(sockets.length).toBeLessThanOrEqual(64)
    })

    test('a request that is aborted while it waits for one is never sent', async () => {
      const held: (() => void)[] = []
      const full = Promise.withResolvers<void>()
      const { origin, sockets } = await serve((request, response) => {
        if (request.url !== '/held') return void response.end(request.url)
        held.push(() => response.end())
        if (held.length === 64) full.resolve()
      }, tls)
      const transport = create()
      const controller = new AbortController()
      const all = Array.from({ length: 64 }, () =>
        transport(requestTo(origin, { target: '/held' }), { signal: never() }),
      )
      const aborted = transport(requestTo(origin, { target: '/held' }), { signal: controller.signal })
      const waiting = transport(requestTo(origin, { target: '/next' }), { signal: never() })
      await full.promise
      controller.abort(new Error('enough'))
      await expect(aborted).rejects.toThrow('enough')
      for (const release of held) release()
      await Promise.all(all)
      expect(await waiting).toMatchObject({ body: '/next' })
      expect([held.length, sockets.length]).toEqual([64, 64])
    })

    test('no request leaves a listener on its signal, whatever its end', async () => {
      const { signal } = new AbortController()
      const { origin } = await serve((request, response) => {
        if (request.url === '/broken') response.destroy()
        else response.end()
      }, tls)
      const transport = create()
      const sent = ['/', '/broken'].map((target) => transport(requestTo(origin, { target }), { signal }))
      expect((await Promise.allSettled(sent)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
      await new Promise(setImmediate)
      expect(getEventListeners(signal, 'abort')).toEqual([])
    })
  })

  // What a server announces is read alike over TLS: once is enough.
  if (scheme === 'https') return
  test(`${name} leaves a connection before the time that a server announces`, async () => {
    const { origin, sockets } = await serveTcp((socket) => {
      socket.on('data', () =>
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nkeep-alive: timeout=2\r\n\r\n'),
      )
    })
    await createTransport()(requestTo(origin), { signal: never() })
    await closing(sockets[0])
  })
}
