import type { DynamicModule, INestApplication, NestApplicationOptions } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { parserRefused } from '../parser-refused.ts'

/** What becomes of a body before a handler is asked. */
export type Bodies = 'unread' | 'kept raw' | 'parsed'

const optionsOf = (bodies: Bodies): NestApplicationOptions => ({
  bodyParser: bodies !== 'unread',
  rawBody: bodies === 'kept raw',
  forceCloseConnections: true,
  logger: false,
})

/** An application on Express. */
export async function onExpress(module: DynamicModule, bodies: Bodies): Promise<INestApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    module,
    new ExpressAdapter(),
    optionsOf(bodies),
  )
  // For answers of Nest itself, which are none of the table's business.
  app.set('etag', false)
  if (bodies === 'unread') return app
  // The parsers that Nest would use, so that an error of theirs can be seen before Nest words it.
  app.useBodyParser('json').useBodyParser('urlencoded', { extended: true })
  app.use(parserRefused)
  return app
}

/** An application on Fastify. */
export async function onFastify(module: DynamicModule, bodies: Bodies): Promise<INestApplication> {
  // The application's own word where the router refuses a path, which versions of Fastify put differently.
  const adapter = new FastifyAdapter({ frameworkErrors: refusedByRouter })
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, optionsOf(bodies))
  if (bodies !== 'unread') return app
  // Fastify refuses what it has no parser for. This one takes everything, and leaves it where it is.
  const fastify = adapter.getInstance()
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('*', (_request, _body, done) => done(null))
  return app
}

function refusedByRouter(
  error: { readonly statusCode?: number; readonly code: string },
  _request: unknown,
  reply: { readonly raw: { statusCode: number; end(body: string): unknown } },
): void {
  reply.raw.statusCode = error.statusCode ?? 500
  reply.raw.end(error.code)
}
