import { fileURLToPath } from 'node:url'
import type { LoggerService, LogLevel } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { AppModule } from './app.module.ts'
import { security } from './page/security.middleware.ts'
import { session } from './session/session.middleware.ts'
import type { Settings } from './settings/settings.ts'
import { createValidationPipe } from './validation/validation.pipe.ts'

const pages = fileURLToPath(new URL('../public', import.meta.url))
const pusherJs = fileURLToPath(new URL('../web/', import.meta.resolve('pusher-js')))

/** What may be told besides the settings. */
export interface AppOptions {
  readonly logger?: LoggerService | LogLevel[] | false
}

/** The whole application. It listens when it is told to. What it remembers it forgets when the process ends. */
export async function createApp(
  settings: Settings,
  { logger = ['error', 'warn'] }: AppOptions = {},
): Promise<NestExpressApplication> {
  // Webhooks are verified by their bytes.
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings), {
    rawBody: true,
    abortOnError: false,
    logger,
  })
  app.disable('x-powered-by')
  app.use(security(settings.client.options), session(settings.sessionSecret))
  app.useStaticAssets(pages)
  app.useStaticAssets(pusherJs, { prefix: '/pusher-js' })
  app.useGlobalPipes(createValidationPipe())
  return app
}
