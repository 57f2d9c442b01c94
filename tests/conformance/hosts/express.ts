import type { AddressInfo } from 'node:net'
import { Pusher } from '@pusherkit/core'
import { pusherErrors, pusherRouter } from '@pusherkit/express'
import express5, { type Request, type RequestHandler } from 'express'
import express4 from 'express4'
import { createScenes } from '../app/scenes.ts'
import type { Trait } from '../case.ts'
import { askOverHttp } from './ask-over-http.ts'
import type { Host } from './host.ts'
import { parserRefused } from './parser-refused.ts'

type ExpressModule = typeof express5

/** Both versions, under the types of the newer one. */
const VERSIONS: readonly (readonly [string, ExpressModule])[] = [
  ['Express 5', express5],
  ['Express 4', express4 as unknown as ExpressModule],
]

/** What applications put in front of their routes. */
const PARSERS: readonly (readonly [
  string,
  (express: ExpressModule) => RequestHandler[],
  readonly Trait[],
])[] = [
  ['', () => [], []],
  [
    ' behind json() and urlencoded({ extended: false })',
    (express) => [express.json(), express.urlencoded({ extended: false })],
    ['parsed', 'parser'],
  ],
  [
    ' behind json() and urlencoded({ extended: true })',
    (express) => [express.json(), express.urlencoded({ extended: true })],
    ['qs, nested', 'qs', 'parsed', 'parser'],
  ],
  [
    ' behind json({ verify }) and urlencoded({ verify }) that keep the bytes',
    (express) => [express.json({ verify: keep }), express.urlencoded({ extended: true, verify: keep })],
    ['parser'],
  ],
]

function keep(request: object, _response: unknown, bytes: Uint8Array): void {
  Object.assign(request, { rawBody: bytes })
}

/** Every version with and without parsers. */
export const expressHosts: readonly Host[] = VERSIONS.flatMap(([version, express]) =>
  PARSERS.map(([behind, parsers, traits]) =>
    host(version + behind, traitsOf(version, traits), express, parsers),
  ),
)

/** Version 4 parses forms that are not extended with node:querystring, version 5 with qs. */
function traitsOf(version: string, traits: readonly Trait[]): readonly Trait[] {
  return [
    ...(version === 'Express 5' && traits[0] === 'parsed' ? (['qs'] as const) : []),
    ...traits,
    'socket',
  ]
}

function host(
  name: string,
  traits: readonly Trait[],
  express: ExpressModule,
  parsers: (express: ExpressModule) => RequestHandler[],
): Host {
  return {
    name,
    traits,
    async start(upstream) {
      const app = express()
      for (const parser of parsers(express)) app.use(parser)
      const headerOf = (request: Request, header: string): string | undefined => request.get(header)
      for (const { prefix, client: options, ...scene } of createScenes(upstream, headerOf)) {
        const client = new Pusher(options)
        const { auth, userAuth, webhooks, query } = scene
        const routes = pusherRouter({
          auth: { ...auth, client },
          userAuth: { ...userAuth, client },
          webhooks: { ...webhooks, client },
          query: { ...query, client },
        })
        app.use(prefix || '/', routes)
      }
      app.use(pusherErrors(), parserRefused)
      const server = app.listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      return {
        ask: (request) => askOverHttp(port, request),
        async close() {
          server.closeAllConnections()
          await new Promise((resolve) => server.close(resolve))
        },
      }
    },
  }
}
