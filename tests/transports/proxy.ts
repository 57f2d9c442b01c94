import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { Server, type ServerOptions } from 'proxy-chain'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Subject } from './subject.ts'
import {
  certificates,
  closing,
  never,
  publishTo,
  requestTo,
  serve,
  serveTcp,
  type TestServer,
} from './support.ts'

/** A real proxy, which wants `ada` with the password `p@ss:wörd`. */
async function startProxy(options: Partial<ServerOptions> = {}) {
  const connections: string[] = []
  const proxy = new Server({
    port: 0,
    host: '127.0.0.1',
    prepareRequestFunction: ({ username, password, hostname, port, isHttp }) => {
      connections.push(`${isHttp ? 'forward' : 'tunnel'} ${hostname}:${port}`)
      return { requestAuthentication: username !== 'ada' || password !== 'p@ss:wörd' }
    },
    ...options,
  } as ServerOptions)
  await proxy.listen()
  onTestFinished(() => proxy.close(true))
  const accepted = { count: 0 }
  proxy.server.on('connection', () => accepted.count++)
  const url = (credentials = 'ada:p%40ss%3Aw%C3%B6rd@', scheme = 'http') =>
    `${scheme}://${credentials}127.0.0.1:${proxy.port}`
  return { url, connections, accepted, port: proxy.port }
}

const echo = (tls?: Parameters<typeof serve>[1]): Promise<TestServer> =>
  serve((request, response) => response.end(`${request.headers.host} ${request.url}`), tls)

/** How a transport that takes the option `httpProxy` goes through one. */
export function describeProxy({ name, create: createTransport }: Subject): void {
  describe(`${name} and proxies`, async () => {
    const { ca, server } = await certificates()
    const proxyOptions = { serverType: 'https', httpsOptions: server } as const

    describe('through a proxy', () => {
      test('an https API is reached by a tunnel, and its certificate is checked', async () => {
        const { url, connections } = await startProxy()
        const { origin, port } = await echo(server)
        const target = '/apps/1/channels/a=@,.;b?x=%2F'
        const request = requestTo(origin, { target })
        const transport = createTransport({ httpProxy: url(), tls: { ca } })
        expect(await transport(request, { signal: never() })).toMatchObject({
          status: 200,
          body: `127.0.0.1:${port} ${target}`,
        })
        expect(connections).toEqual([`tunnel 127.0.0.1:${port}`])
        await expect(
          createTransport({ httpProxy: url() })(request, { signal: never() }),
        ).rejects.toMatchObject({
          code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        })
        const elsewhere = createTransport({ httpProxy: url(), tls: { ca, servername: 'other.example.com' } })
        await expect(elsewhere(request, { signal: never() })).rejects.toMatchObject({
          code: 'ERR_TLS_CERT_ALTNAME_INVALID',
        })
      })

      test('the TLS handshake in the tunnel names the API, not the proxy', async () => {
        const { url } = await startProxy()
        const names: (string | false | null)[] = []
        const { port } = await serve((request, response) => {
          names.push((request.socket as import('node:tls').TLSSocket & { servername: string }).servername)
          response.end()
        }, server)
        const transport = createTransport({ httpProxy: url(), tls: { ca } })
        await transport(requestTo(`https://localhost:${port}`), { signal: never() })
        expect(names).toEqual(['localhost'])
      })

      test('an http API is reached by a request for its whole URL', async () => {
        const { url, connections } = await startProxy()
        const { origin, port } = await echo()
        const request = requestTo(origin, { target: '/apps/1/channels?x=%2F' })
        expect(await createTransport({ httpProxy: url() })(request, { signal: never() })).toMatchObject({
          status: 200,
          body: `127.0.0.1:${port} /apps/1/channels?x=%2F`,
        })
        expect(connections).toEqual([`forward 127.0.0.1:${port}`])
      })

      test('the proxy reads the URL with the bytes that were signed, and the credentials', async () => {
        const seen: unknown[] = []
        const { port } = await serve((request, response) => {
          seen.push(request.url, request.headers.host, request.headers['proxy-authorization'])
          response.end()
        })
        const transport = createTransport({ httpProxy: `http://ada:p%40ss@127.0.0.1:${port}` })
        const target = "/apps/1/channels/a=@,.;b!$&'()*+~:%2f/../x?x=%2F,;@+'"
        await transport(requestTo('http://api.example.com:6001', { target }), { signal: never() })
        expect(seen).toEqual([
          `http://api.example.com:6001${target}`,
          'api.example.com:6001',
          'Basic YWRhOnBAc3M=',
        ])
      })

      test.each([
        ['http', undefined],
        ['https', server],
      ])('connections to an %s API are kept and used again', async (_scheme, tls) => {
        const { url, accepted } = await startProxy()
        const { origin } = await echo(tls)
        const transport = createTransport({ httpProxy: url(), ...(tls ? { tls: { ca } } : {}) })
        for (let count = 0; count < 4; count++) await transport(publishTo(origin), { signal: never() })
        expect(accepted.count).toBe(1)
      })

      test('at most 64 tunnels are open, and each answer finds its request', async () => {
        const { url, accepted } = await startProxy()
        const { origin } = await serve(
          (request, response) => setImmediate(() => response.end(request.url)),
          server,
        )
        const transport = createTransport({ httpProxy: url(), tls: { ca } })
        const targets = Array.from({ length: 200 }, (_, index) => `/${index}`)
        const answers = await Promise.all(
          targets.map((target) => transport(requestTo(origin, { target }), { signal: never() })),
        )
        expect(answers.map(({ body }) => body)).toEqual(targets)
        expect(accepted.count).toBeLessThanOrEqual(64)
      })

      test.each([
        ['http', undefined],
        ['https', server],
      ])('that speaks https itself, an %s API is reached', async (_scheme, tls) => {
        const { url } = await startProxy(proxyOptions)
        const { origin, port } = await echo(tls)
        const transport = createTransport({ httpProxy: url(undefined, 'https'), tls: { ca } })
        expect(await transport(requestTo(origin), { signal: never() })).toMatchObject({
          body: `127.0.0.1:${port} /`,
        })
      })

      test('that speaks https itself, its certificate is for its own name', async () => {
        const { port } = await serve((request, response) => response.end(request.url), server)
        const transport = createTransport({ httpProxy: `https://localhost:${port}`, tls: { ca } })
        expect(await transport(requestTo('http://api.example.com'), { signal: never() })).toMatchObject({
          body: 'http://api.example.com/',
        })
      })

      test('a tunnel that the server closed between two publishes is replaced', async () => {
        const { url, accepted } = await startProxy()
        let published = 0
        const { origin } = await serve((request, response) => {
          // The second request on the first connection.
          if (++published === 2) return void request.socket.destroy()
          response.end('{}')
        }, server)
        const transport = createTransport({ httpProxy: url(), tls: { ca } })
        await transport(publishTo(origin), { signal: never() })
        expect(await transport(publishTo(origin), { signal: never() })).toMatchObject({ status: 200 })
        expect(accepted.count).toBe(2)
      })
    })

    describe('a proxy that refuses', () => {
      test.each([
        ['http', undefined],
        ['https', server],
      ])('the password, for an %s API, is named without it', async (_scheme, tls) => {
        const { url, port } = await startProxy()
        const { origin } = await echo(tls)
        const transport = createTransport({ httpProxy: url('ada:hunter2@') })
        const error = await transport(requestTo(origin), { signal: never() }).catch((reason) => reason)
        expect(error).toMatchObject({
          code: 'ERR_PROXY_TUNNEL',
          statusCode: 407,
          message: `the proxy 127.0.0.1:${port} answered 407. Check the user and the password in httpProxy`,
        })
        const basic = Buffer.from('ada:hunter2').toString('base64')
        for (const secret of ['hunter2', basic]) expect(inspect(error, { depth: 9 })).not.toContain(secret)
      })

      test('to connect to the API is named, with its status', async () => {
        const { port } = await startConnectServer('HTTP/1.1 403 Forbidden\r\n\r\n')
        const transport = createTransport({ httpProxy: `http://127.0.0.1:${port}` })
        await expect(transport(requestTo('https://localhost:1'), { signal: never() })).rejects.toMatchObject({
          code: 'ERR_PROXY_TUNNEL',
          statusCode: 403,
          message: `the proxy 127.0.0.1:${port} answered 403`,
        })
      })

      test.each([
        ['closes the connection', '', 'socket hang up'],
        ['does not speak HTTP', 'SSH-2.0\r\n\r\n', 'Parse Error'],
      ])('because it %s, is named', async (_name, answer, reason) => {
        const { port } = await startConnectServer(answer)
        const transport = createTransport({ httpProxy: `http://127.0.0.1:${port}` })
        await expect(transport(requestTo('https://localhost:1'), { signal: never() })).rejects.toMatchObject({
          code: 'ERR_PROXY_TUNNEL',
          statusCode: undefined,
          message: expect.stringContaining(`the proxy 127.0.0.1:${port} cannot be used: ${reason}`),
        })
      })

      test('because nobody listens there, is named', async () => {
        const closed = await serve(() => {})
        await closed.close()
        const transport = createTransport({ httpProxy: `http://127.0.0.1:${closed.port}` })
        await expect(transport(requestTo('https://localhost:1'), { signal: never() })).rejects.toMatchObject({
          code: 'ERR_PROXY_TUNNEL',
          cause: { code: 'ECONNREFUSED' },
        })
      })

      test('takes no turn of the 64 with it', async () => {
        const { port } = await startConnectServer('HTTP/1.1 403 Forbidden\r\n\r\n')
        const transport = createTransport({ httpProxy: `http://127.0.0.1:${port}` })
        const sent = Array.from({ length: 200 }, () =>
          transport(requestTo('https://localhost:1'), { signal: never() }),
        )
        const codes = (await Promise.allSettled(sent)).map((end) => 'reason' in end && end.reason.code)
        expect(codes).toEqual(Array(200).fill('ERR_PROXY_TUNNEL'))
      })
    })

    test.each([
      ['while the tunnel is opened', undefined],
      ['while TLS is agreed on in the tunnel', 'HTTP/1.1 200 OK\r\n\r\n'],
    ])('an abort %s closes the connection to the proxy', async (_name, answer) => {
      const arrived = Promise.withResolvers<void>()
      const { origin, sockets } = await serveTcp((socket) => {
        socket.once('data', () => {
          if (answer === undefined) return arrived.resolve()
          socket.write(answer)
          socket.once('data', () => arrived.resolve())
        })
      })
      const controller = new AbortController()
      const transport = createTransport({ httpProxy: origin })
      const sent = transport(requestTo('https://localhost:1'), { signal: controller.signal })
      await arrived.promise
      controller.abort(new Error('enough'))
      await expect(sent).rejects.toThrow('enough')
      await closing(sockets[0])
    })
  })
}

/** A proxy that answers every CONNECT with these bytes, and closes the connection. */
async function startConnectServer(answer: string): Promise<AddressInfo> {
  const connectServer = createServer()
  connectServer.on('connect', (_request, socket) => socket.end(answer))
  connectServer.listen(0, '127.0.0.1')
  await once(connectServer, 'listening')
  onTestFinished(() => {
    connectServer.close()
  })
  return connectServer.address() as AddressInfo
}
