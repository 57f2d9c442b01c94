import 'reflect-metadata'
import type { AddressInfo } from 'node:net'
import type { Trait } from '../case.ts'
import { askOverHttp } from './ask-over-http.ts'
import type { Host } from './host.ts'
import { createAppModule } from './nest/app-module.ts'
import { type Bodies, onExpress, onFastify } from './nest/platforms.ts'

/** The root's vitest.config.ts runs this on Nest 11 too, and says so by this variable. */
const VERSION = `Nest ${process.env.PUSHERKIT_NEST ?? '12'}`
const FASTIFY: readonly Trait[] = [
  ...(VERSION === 'Nest 12' ? (['fastify, Nest 12'] as const) : []),
  'fastify, parser',
  'fastify',
]

/** Both platforms, however the application treats bodies. */
export const nestHosts: readonly Host[] = [
  host('Express', onExpress, 'unread', []),
  host('Express', onExpress, 'kept raw', ['parser']),
  host('Express', onExpress, 'parsed', ['qs, nested', 'qs', 'parsed', 'parser']),
  host('Fastify', onFastify, 'unread', ['fastify']),
  host('Fastify', onFastify, 'kept raw', FASTIFY),
  host('Fastify', onFastify, 'parsed', ['fastify, parsed', ...FASTIFY, 'parsed']),
]

function host(platform: string, create: typeof onExpress, bodies: Bodies, traits: readonly Trait[]): Host {
  return {
    name: `${VERSION} on ${platform}, bodies ${bodies}`,
    traits: [...traits, 'nest', 'socket'],
    async start(upstream) {
      const app = await create(createAppModule(upstream), bodies)
      await app.listen(0, '127.0.0.1')
      const { port } = app.getHttpServer().address() as AddressInfo
      return { ask: (request) => askOverHttp(port, request), close: () => app.close() }
    },
  }
}
