import { Controller, Get } from '@nestjs/common'
import { HealthCheck, type HealthCheckResult, HealthCheckService } from '@nestjs/terminus'
import { PusherHealthIndicator } from '@pusherkit/nestjs/terminus'

/** `GET /health`: 200, or 503 when the Channels server does not answer or does not take our credentials. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly pusher: PusherHealthIndicator,
  ) {}

  @Get()
  @HealthCheck()
  check(): Promise<HealthCheckResult> {
    return this.health.check([() => this.pusher.pingCheck('pusher')])
  }
}
