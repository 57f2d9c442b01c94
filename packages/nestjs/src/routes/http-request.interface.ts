import type { IncomingHttpHeaders } from 'node:http'

/** What the requests of Express, of Fastify and of Node have in common. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  /** The URL as it came, where a framework may have cut something off `url`. */
  readonly originalUrl?: string
  readonly headers: IncomingHttpHeaders
  /** The bytes of the body, with `NestFactory.create(AppModule, { rawBody: true })`. */
  readonly rawBody?: Uint8Array
  /** What a parser made of the body. */
  readonly body?: unknown
}
