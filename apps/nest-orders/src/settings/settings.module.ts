import { type DynamicModule, Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { CLOCK } from './clock.ts'
import type { Settings } from './settings.ts'

/** Gives all modules the settings, by `ConfigService<Settings, true>`, and the clock. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a module of Nest is a class
export class SettingsModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      imports: [ConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true, load: [() => settings] })],
      providers: [{ provide: CLOCK, useValue: settings.now }],
      exports: [CLOCK],
    }
  }
}
