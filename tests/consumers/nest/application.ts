/** The sources of an application, as people write them. They are the same in CommonJS and in ES modules. */
export const application: Readonly<Record<string, string>> = {
  'src/chat.controller.ts': `
import { Body, Controller, Post } from '@nestjs/common'
import { Pusher } from '@pusherkit/core'
import { PusherSocketId } from '@pusherkit/nestjs'
import { Names } from './names.service.js'

export class MessageDto {
  text: string
}

@Controller('messages')
export class ChatController {
  constructor(
    private readonly pusher: Pusher,
    private readonly names: Names,
  ) {}

  @Post()
  async create(@Body() { text }: MessageDto, @PusherSocketId() socketId?: string): Promise<{ by: string }> {
    await this.pusher.trigger('chat', 'message', { text }, socketId)
    return { by: this.names.of(socketId) }
  }
}
`,
  'src/names.service.ts': `
import { Injectable } from '@nestjs/common'
import { type WebhookEventOf } from '@pusherkit/core'
import { OnPusherWebhook } from '@pusherkit/nestjs'

@Injectable()
export class Names {
  private readonly here: string[] = []

  @OnPusherWebhook('member_added')
  add({ user_id }: WebhookEventOf<'member_added'>): void {
    this.here.push(user_id)
  }

  of(socketId: string | undefined): string {
    return \`\${this.here.join()} \${socketId}\`
  }
}
`,
  'src/channel.authorizer.ts': `
import { Injectable, type ExecutionContext } from '@nestjs/common'
import { Pusher } from '@pusherkit/core'
import { type ChannelAuthRequest } from '@pusherkit/core/handlers'
import { type PusherChannelAuthorizer } from '@pusherkit/nestjs'
import { Rules } from './rules.module.js'

@Injectable()
export class ChannelAuthorizer implements PusherChannelAuthorizer {
  constructor(private readonly rules: Rules) {}

  authorize({ channel }: ChannelAuthRequest, context: ExecutionContext): boolean {
    return context.getType() === 'http' && this.rules.allow(channel)
  }
}
`,
  'src/rules.module.ts': `
import { Injectable, Module } from '@nestjs/common'

@Injectable()
export class Rules {
  allow(channel: string): boolean {
    return channel === 'private-chat'
  }
}

@Module({ providers: [Rules], exports: [Rules] })
export class RulesModule {}
`,
  'src/app.module.ts': `
import { type DynamicModule, Module } from '@nestjs/common'
import { type PusherOptions } from '@pusherkit/core'
import { PusherModule } from '@pusherkit/nestjs'
import { ChannelAuthorizer } from './channel.authorizer.js'
import { ChatController } from './chat.controller.js'
import { Names } from './names.service.js'
import { RulesModule } from './rules.module.js'

@Module({ controllers: [ChatController], providers: [Names] })
export class AppModule {
  static with(options: PusherOptions): DynamicModule {
    const routes = { auth: { authorizer: ChannelAuthorizer }, webhooks: {} }
    return { module: AppModule, imports: [PusherModule.forRoot({ ...options, routes, imports: [RulesModule] })] }
  }
}
`,
  'src/main.ts': `
import { NestFactory } from '@nestjs/core'
import { signWebhook } from '@pusherkit/core'
import { startEmulator } from '@pusherkit/emulator'
import { AppModule } from './app.module.js'

async function bootstrap() {
  const emulator = await startEmulator()
  const options = emulator.serverOptions()
  const app = await NestFactory.create(AppModule.with(options), { rawBody: true, logger: ['error'] })
  await app.listen(0, '127.0.0.1')
  const post = async (path: string, headers: Record<string, string>, body: string) => {
    const answer = await fetch(await app.getUrl() + path, { method: 'POST', headers, body })
    return [answer.status, await answer.text()]
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const webhook = signWebhook(options, {
    events: [{ name: 'member_added', channel: 'presence-chat', user_id: 'ada' }],
  })
  console.log(...(await post('/pusher/webhooks', { ...webhook.headers }, webhook.rawBody)))
  const json = { 'content-type': 'application/json', 'x-socket-id': '1.2' }
  console.log(...(await post('/messages', json, '{"text":"hello"}')))
  const { channel, event, data } = await emulator.waitFor('event')
  console.log(channel, event, data)
  for (const name of ['private-chat', 'private-other']) {
    const [status] = await post('/pusher/auth', form, 'socket_id=1.2&channel_name=' + name)
    console.log(name, status)
  }
  await app.close()
  await emulator.close()
}
bootstrap()
`,
}
