import { type DynamicModule, Module } from '@nestjs/common'
import { EventEmitterModule } from '@nestjs/event-emitter'
import { AudienceModule } from './audience/audience.module.ts'
import { CatalogueModule } from './catalogue/catalogue.module.ts'
import { HealthModule } from './health/health.module.ts'
import { OrdersModule } from './orders/orders.module.ts'
import { PageModule } from './page/page.module.ts'
import { RealtimeModule } from './realtime/realtime.module.ts'
import { SessionModule } from './session/session.module.ts'
import { SettingsModule } from './settings/settings.module.ts'
import type { Settings } from './settings/settings.ts'

/** Puts the modules together. */
@Module({
  imports: [
    EventEmitterModule.forRoot(),
    AudienceModule,
    CatalogueModule,
    HealthModule,
    OrdersModule,
    PageModule,
    RealtimeModule,
    SessionModule,
  ],
})
// biome-ignore lint/complexity/noStaticOnlyClass: a module of Nest is a class
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [SettingsModule.forRoot(settings)] }
  }
}
