import { Controller, Get } from '@nestjs/common'
import { ConfigService } from '@nestjs/config'
import type { ClientSettings, Settings } from '../settings/settings.ts'

/** `GET /client.json`: what a page needs to connect. */
@Controller('client.json')
export class ClientSettingsController {
  constructor(private readonly config: ConfigService<Settings, true>) {}

  @Get()
  show(): ClientSettings {
    return this.config.get('client', { infer: true })
  }
}
