import { Module } from '@nestjs/common'
import { TerminusModule } from '@nestjs/terminus'
import { PusherHealthIndicator } from '@pusherkit/nestjs/terminus'
import { HealthController } from './health.controller.ts'

/** Whether the application can do its work. */
@Module({
  imports: [TerminusModule],
  providers: [PusherHealthIndicator],
  controllers: [HealthController],
})
export class HealthModule {}
