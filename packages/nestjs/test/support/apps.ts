import 'reflect-metadata'
import type { INestApplication, ModuleMetadata, NestApplicationOptions } from '@nestjs/common'
import type { AbstractHttpAdapter } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'

/** A web framework below Nest. */
export type Platform = () => AbstractHttpAdapter

/** The frameworks that Nest runs on. */
export const platforms: readonly (readonly [name: string, platform: Platform])[] = [
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
]

/** A running application. */
export interface App extends AsyncDisposable {
  readonly nest: INestApplication
  readonly url: string
}

/** How to start an application. */
export interface AppOptions extends NestApplicationOptions {
  readonly platform?: Platform
  readonly configure?: (nest: INestApplication) => unknown
}

/** Starts a Nest application on a free port. Its raw bodies are kept unless told. */
export async function serve(
  metadata: ModuleMetadata,
  { platform = () => new ExpressAdapter(), configure, ...options }: AppOptions = {},
): Promise<App> {
  const testing = await Test.createTestingModule(metadata).compile()
  const nest = testing.createNestApplication(platform(), {
    rawBody: true,
    forceCloseConnections: true,
    logger: false,
    ...options,
  })
  configure?.(nest)
  await nest.listen(0, '127.0.0.1')
  return { nest, url: await nest.getUrl(), [Symbol.asyncDispose]: () => nest.close() }
}

/** Keeps the lines that Nest would print. */
export class Log {
  readonly lines: string[] = []

  log(): void {}
  warn(message: unknown): void {
    this.lines.push(`warn: ${String(message)}`)
  }
  error(message: unknown): void {
    this.lines.push(`error: ${String(message)}`)
  }
}
