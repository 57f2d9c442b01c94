import { Module } from '@nestjs/common'
import { AudienceController } from './audience.controller.ts'
import { AudienceListener } from './audience.listener.ts'
import { Audience } from './audience.ts'

/** Who is listening. */
@Module({ providers: [Audience, AudienceListener], controllers: [AudienceController], exports: [Audience] })
export class AudienceModule {}
