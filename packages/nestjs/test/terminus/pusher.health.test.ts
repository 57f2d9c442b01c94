import { Controller, Get } from '@nestjs/common'
import { HealthCheck, HealthCheckService, TerminusModule } from '@nestjs/terminus'
import type { PusherOptions, TransportOptions } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { PusherModule } from '@pusherkit/nestjs'
import { PusherHealthIndicator } from '@pusherkit/nestjs/terminus'
import { expect, test } from 'vitest'
import { serve } from '../support/apps.ts'

@Controller('health')
class Health {
  constructor(
    private readonly health: HealthCheckService,
    private readonly pusher: PusherHealthIndicator,
  ) {}

  @Get()
  @HealthCheck()
  check(): unknown {
    return this.health.check([() => this.pusher.pingCheck('pusher', { timeout: 200 })])
  }
}

const check = async (
  options: PusherOptions,
): Promise<readonly [number, { details: { pusher: unknown } }]> => {
  await using app = await serve({
    imports: [TerminusModule.forRoot({ logger: false }), PusherModule.forRoot(options)],
    providers: [PusherHealthIndicator],
    controllers: [Health],
  })
  const response = await fetch(`${app.url}/health`)
  return [response.status, (await response.json()) as { details: { pusher: unknown } }]
}

test('up, when the server answers and takes the credentials', async () => {
  await using emulator = await startEmulator()
  const [status, { details }] = await check(emulator.serverOptions())
  expect([status, details.pusher]).toEqual([200, { status: 'up' }])
})

test('down with the reason, when it does not take them', async () => {
  await using emulator = await startEmulator()
  const [status, { details }] = await check({ ...emulator.serverOptions(), secret: 'wrong-secret' })
  expect(status).toBe(503)
  expect(details.pusher).toMatchObject({ status: 'down', code: 'ERR_PUSHER_REQUEST' })
  expect(JSON.stringify(details)).not.toMatch(/wrong-secret|auth_signature/)
})

test('down, when no answer comes in time', async () => {
  const transport = (_request: unknown, { signal }: TransportOptions): Promise<never> =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const [status, { details }] = await check({ appId: '1', key: 'k', secret: 's', transport })
  expect([status, details.pusher]).toEqual([503, { status: 'down', message: 'no answer within 200 ms' }])
})
