import { Controller, HttpCode, Injectable, Post, UseGuards } from '@nestjs/common'
import { Pusher, signWebhook, type Webhook } from '@pusherkit/core'
import { InjectPusher, PusherModule, PusherWebhook, PusherWebhookGuard } from '@pusherkit/nestjs'
import { describe, expect, test } from 'vitest'
import { type AppOptions, Log, platforms, serve } from '../support/apps.ts'

const APP = { appId: '1', key: 'key-1', secret: 'secret-1' }
const BILLING = { appId: '2', key: 'key-2', secret: 'secret-2' }

@Injectable()
class BillingWebhookGuard extends PusherWebhookGuard {
  constructor(@InjectPusher('billing') pusher: Pusher) {
    super(pusher)
  }
}

@Controller()
class Hooks {
  @Post('main')
  @HttpCode(200)
  @UseGuards(PusherWebhookGuard)
  main(@PusherWebhook() webhook: Webhook): readonly unknown[] {
    return webhook.getEvents()
  }
  @Post('billing')
  @HttpCode(200)
  @UseGuards(BillingWebhookGuard)
  billing(@PusherWebhook() webhook: Webhook): number {
    return webhook.getEvents().length
  }
  @Post('open')
  open(@PusherWebhook() webhook: Webhook): Webhook {
    return webhook
  }
}

const start = (options: AppOptions) =>
  serve(
    {
      imports: [PusherModule.forRoot(APP), PusherModule.forRoot({ ...BILLING, name: 'billing' })],
      controllers: [Hooks],
    },
    options,
  )
const EVENT = { name: 'channel_occupied', channel: 'orders' } as const
const signed = (app: typeof APP): RequestInit => {
  const { headers, rawBody: body } = signWebhook(app, { time_ms: 1, events: [EVENT] })
  return { method: 'POST', headers: { ...headers }, body }
}

describe.each(platforms)('on %s', (_name, platform) => {
  test('a controller gets the webhook that was verified', async () => {
    await using app = await start({ platform })
    const response = await fetch(`${app.url}/main`, signed(APP))
    expect([response.status, await response.json()]).toEqual([200, [EVENT]])
    expect((await fetch(`${app.url}/billing`, signed(BILLING))).status).toBe(200)
  })

  test.each([
    ['of another app', signed(BILLING)],
    [
      'without a signature',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
    ],
    ['without a body', { method: 'POST' }],
  ])('a request %s is answered with 401', async (_case, request) => {
    await using app = await start({ platform })
    expect((await fetch(`${app.url}/main`, request)).status).toBe(401)
  })

  test('without raw bodies the answer is 500 with the line to add', async () => {
    await using app = await start({ platform, rawBody: false })
    const response = await fetch(`${app.url}/main`, signed(APP))
    expect(response.status).toBe(500)
    expect(await response.text()).toContain('NestFactory.create(AppModule, { rawBody: true })')
  })
})

test('a parameter without the guard is a mistake that says so', async () => {
  await using app = await start({ logger: new Log() })
  const response = await fetch(`${app.url}/open`, signed(APP))
  expect(response.status).toBe(500)
  expect(await response.text()).toContain(
    '@PusherWebhook() needs @UseGuards(PusherWebhookGuard) on Hooks.open',
  )
})
