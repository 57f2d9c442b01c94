import { Module } from '@nestjs/common'
import { ClientSettingsController } from './client-settings.controller.ts'

/** What the page asks before it connects. Its files are served by `app.ts`. */
@Module({ controllers: [ClientSettingsController] })
export class PageModule {}
