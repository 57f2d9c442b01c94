import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { inspect } from 'node:util'
import type { Transport } from '@pusherkit/core'
import { describe, expect, test } from 'vitest'
import { isTransient, wasNeverSent } from '../../packages/core/src/transport/failure.ts'
import type { Subject } from './subject.ts'
import { certificates, closing, never, publishTo, requestTo, serve, serveTcp } from './support.ts'

/** What every transport does alike, with a server of HTTP/1.1. */
export function describeTransport({ name, create: createTransport, scheme }: Subject): void {
  describe(`${name} over ${scheme}`, async () => {
    const { ca, server } = await certificates()
    const tls = scheme === 'https' ? server : undefined
    const create = () => createTransport(tls ? { tls: { ca } } : {})
    const send = (transport: Transport, origin: string) => transport(requestTo(origin), { signal: never() })

    test.each([200, 202, 400, 401, 413, 429, 500, 503])('a status of %i is an answer', async (status) => {
      const { origin } = await serve((_, response) => response.writeHead(status).end('text'), tls)
      const answer = await send(create(), origin)
      expect([answer.status, answer.body]).toEqual([status, 'text'])
    })

    test('headers are told by lower-case name, repeated ones joined', async () => {
      const { origin } = await serve(
        (_, response) => response.writeHead(200, { 'Retry-After': '3', 'X-Multi': ['a', 'b'] }).end(),
        tls,
      )
      const { headers } = await send(create(), origin)
      expect([headers['retry-after'], headers['x-multi']]).toEqual(['3', 'a, b'])
    })

    test('an answer cut inside a character is put together', async () => {
      const { origin } = await serve((_, response) => {
        const bytes = Buffer.from('{"é":"日本"}')
        response.write(bytes.subarray(0, 3), () => response.end(bytes.subarray(3)))
      }, tls)
      expect(await send(create(), origin)).toMatchObject({ body: '{"é":"日本"}' })
    })

    test('a body of a megabyte is read to its end', async () => {
      const body = 'ü'.repeat(2 ** 19)
      const { origin } = await serve((_, response) => response.end(body), tls)
      expect((await send(create(), origin)).body === body).toBe(true)
    })

    test.each([200, 204])('a body of no bytes is an empty text, with status %i', async (status) => {
      const { origin } = await serve((_, response) => response.writeHead(status).end(), tls)
      expect(await send(create(), origin)).toMatchObject({ status, body: '' })
    })

    test('a publish arrives byte for byte, with its length', async () => {
      const seen: unknown[] = []
      const { origin } = await serve(async (request, response) => {
        const { method, headers } = request
        seen.push(method, headers['content-type'], headers['content-length'], await text(request))
        response.end('{}')
      }, tls)
      await create()(publishTo(origin, '{"data":"日本"}'), { signal: never() })
      expect(seen).toEqual(['POST', 'application/json', '17', '{"data":"日本"}'])
    })

    test('a body of 100 kB arrives', async () => {
      const { origin } = await serve(async (request, response) => {
        response.end(String((await text(request)).length))
      }, tls)
      const answer = await create()(publishTo(origin, 'x'.repeat(100_000)), { signal: never() })
      expect(answer.body).toBe('100000')
    })

    test.each([
      '/apps/1/channels/presence-a_-=@,.;b/users?auth_key=k',
      '/apps/1/users/a%2Fb%40c/terminate_connections?auth_key=k',
      "/p/a!$&'()*+~:b?q=%20%2B%26%3D%C3%BC,;@&r=a+b&s=%2f",
    ])('path and query arrive as they were signed: %s', async (target) => {
      const { origin } = await serve((request, response) => response.end(request.url), tls)
      const answer = await create()(requestTo(origin, { target }), { signal: never() })
      expect(answer.body).toBe(target)
    })

    test('a redirect is an answer, and is not followed', async () => {
      const seen: (string | undefined)[] = []
      const { origin } = await serve((request, response) => {
        seen.push(request.url)
        response.writeHead(302, { location: '/elsewhere' }).end()
      }, tls)
      expect(await send(create(), origin)).toMatchObject({ status: 302, headers: { location: '/elsewhere' } })
      expect(seen).toEqual(['/'])
    })

    test('a connection is used again', async () => {
      const { origin, sockets } = await serve((_, response) => response.end('{}'), tls)
      const transport = create()
      for (let count = 0; count < 5; count++) await send(transport, origin)
      // Some clients take a moment to put one back, and open a second.
      expect(sockets.length).toBeLessThanOrEqual(2)
    })

    test('every one of 300 requests in flight gets its own answer', async () => {
      const { origin } = await serve(
        (request, response) => setImmediate(() => response.end(request.url)),
        tls,
      )
      const transport = create()
      const targets = Array.from({ length: 300 }, (_, index) => `/${index}`)
      const answers = await Promise.all(
        targets.map((target) => transport(requestTo(origin, { target }), { signal: never() })),
      )
      expect(answers.map(({ body }) => body)).toEqual(targets)
    })

    test('an answer that stops in its body holds up nobody else', async () => {
      const stopped = Promise.withResolvers<() => void>()
      let published = 0
      const { origin } = await serve((_, response) => {
        if (++published > 1) return void response.end('{}')
        response.write('{', () => stopped.resolve(() => response.end('}')))
      }, tls)
      const transport = create()
      const first = transport(publishTo(origin), { signal: never() })
      const goOn = await stopped.promise
      for (let count = 0; count < 3; count++) {
        expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ body: '{}' })
      }
      goOn()
      expect(await first).toMatchObject({ body: '{}' })
    })

    test('a server that closes after every answer is coped with, as soketi does', async () => {
      const { origin } = await serve(
        (request, response) => response.writeHead(200, { connection: 'close' }).end(request.url),
        tls,
      )
      const transport = create()
      const targets = Array.from({ length: 100 }, (_, index) => `/${index}`)
      const answers = await Promise.all(
        targets.map((target) => transport(requestTo(origin, { target }), { signal: never() })),
      )
      expect(answers.map(({ body }) => body)).toEqual(targets)
    })

    test('a server that nobody listens at is a rejection, which says that nothing was sent', async () => {
      const server = await serve(() => {}, tls)
      await server.close()
      const error = await send(create(), server.origin).catch((reason) => reason)
      expect(error).toBeInstanceOf(Error)
      expect([wasNeverSent(error), isTransient(error)]).toEqual([true, true])
    })

    test.each([
      ['that breaks before the answer', (response: ServerResponse) => response.destroy()],
      [
        'that breaks in the body',
        (response: ServerResponse) => {
          response.writeHead(200, { 'content-length': 100 })
          response.write('{"cha', () => response.destroy())
        },
      ],
      [
        'that breaks in the last body',
        (response: ServerResponse) => {
          response.writeHead(200, { 'content-length': 100, connection: 'close' })
          response.write('{"cha', () => response.destroy())
        },
      ],
      [
        'that breaks between its last chunks',
        (response: ServerResponse) => {
          response.writeHead(200, { connection: 'close' })
          response.write('{"cha', () => response.destroy())
        },
      ],
      [
        'that breaks between chunks',
        (response: ServerResponse) => response.write('{"cha', () => response.destroy()),
      ],
    ])('a connection %s is a rejection, which says that it may pass', async (_name, answer) => {
      const { origin } = await serve((_, response) => answer(response), tls)
      const error = await send(create(), origin).catch((reason) => reason)
      expect(error).toBeInstanceOf(Error)
      expect([wasNeverSent(error), isTransient(error)]).toEqual([false, true])
    })

    test('no error shows the signature', async () => {
      const gone = await serve(() => {}, tls)
      await gone.close()
      const { origin } = await serve((_, response) => response.destroy(), tls)
      const controller = new AbortController()
      const transport = create()
      const target = '/apps/1/channels?auth_signature=5ec3e7'
      const sent = [origin, gone.origin, origin].map((origin, index) =>
        transport(requestTo(origin, { target }), { signal: index < 2 ? never() : controller.signal }),
      )
      controller.abort()
      for (const end of await Promise.allSettled(sent)) {
        expect(end.status).toBe('rejected')
        expect(inspect(end, { depth: 9, showHidden: true })).not.toContain('5ec3e7')
      }
    })

    test('what does not speak HTTP is a rejection', async () => {
      const { origin } = await serveTcp((socket) => socket.end('no\r\n\r\n'), scheme)
      await expect(send(create(), origin)).rejects.toBeInstanceOf(Error)
    })

    describe('when it is aborted', () => {
      test('before it began, sends nothing', async () => {
        const { origin, sockets } = await serve((_, response) => response.end(), tls)
        const sent = create()(requestTo(origin), { signal: AbortSignal.abort(new Error('no')) })
        await expect(sent).rejects.toThrow()
        expect(sockets).toEqual([])
      })

      test('while it connects, closes the connection', async () => {
        const controller = new AbortController()
        const accepted = Promise.withResolvers<void>()
        // Accepts, and says nothing: over TLS the handshake waits for it, without TLS the answer does.
        const { origin, sockets } = await serveTcp(() => accepted.resolve(), scheme)
        const sent = create()(requestTo(origin), { signal: controller.signal })
        await accepted.promise
        controller.abort()
        await expect(sent).rejects.toThrow()
        sockets[0]?.resume()
        await closing(sockets[0])
      })

      test('while it waits for the answer, closes the connection', async () => {
        const controller = new AbortController()
        const arrived = Promise.withResolvers<IncomingMessage>()
        const { origin, sockets } = await serve((request) => arrived.resolve(request), tls)
        const sent = create()(requestTo(origin), { signal: controller.signal })
        await arrived.promise
        controller.abort()
        await expect(sent).rejects.toThrow()
        await closing(sockets[0])
      })

      test('in the middle of the body, closes the connection', async () => {
        const controller = new AbortController()
        const { origin, sockets } = await serve((_, response) => {
          response.writeHead(200, { 'content-length': 100 })
          response.write('{"cha', () => setImmediate(() => controller.abort()))
        }, tls)
        const sent = create()(requestTo(origin), { signal: controller.signal })
        await once(controller.signal, 'abort')
        await expect(sent).rejects.toThrow()
        await closing(sockets[0])
      })

      test('does no harm to the requests beside it', async () => {
        const { origin } = await serve((request, response) => {
          if (request.url !== '/silent') setImmediate(() => response.end(request.url))
        }, tls)
        const transport = create()
        const controller = new AbortController()
        const silent = Array.from({ length: 80 }, () =>
          transport(requestTo(origin, { target: '/silent' }), { signal: controller.signal }),
        )
        const others = Array.from({ length: 80 }, () => send(transport, origin))
        setImmediate(() => controller.abort())
        expect(new Set((await Promise.allSettled(silent)).map(({ status }) => status))).toEqual(
          new Set(['rejected']),
        )
        expect((await Promise.all(others)).map(({ body }) => body)).toEqual(Array(80).fill('/'))
      })
    })
  })
}
