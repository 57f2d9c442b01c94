import type { IncomingHttpHeaders } from 'node:http'
import type { NodeRequest } from '@pusherkit/core/handlers'

/** What the requests of Express and of Fastify have in common. */
export type HttpRequest = NodeRequest & {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  /** The URL as it came, where a framework may have cut something off `url`. */
  readonly originalUrl?: string
  /** The bytes of the body, with `NestFactory.create(AppModule, { rawBody: true })`. */
  readonly rawBody?: Uint8Array
}
