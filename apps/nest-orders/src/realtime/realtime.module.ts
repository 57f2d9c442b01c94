import { Module } from '@nestjs/common'
import { ConfigService } from '@nestjs/config'
import { createEncryption } from '@pusherkit/encryption'
import { PusherModule } from '@pusherkit/nestjs'
import { AudienceModule } from '../audience/audience.module.ts'
import type { Settings } from '../settings/settings.ts'
import { ChannelAuthorizer } from './channel.authorizer.ts'
import { NotificationsListener } from './notifications.listener.ts'
import { UserAuthenticator } from './user.authenticator.ts'

/** The one place that sets Pusher up: the client, the endpoints, and that events publish themselves. */
@Module({
  imports: [
    PusherModule.forRootAsync({
      isGlobal: true,
      inject: [ConfigService],
      useFactory: (config: ConfigService<Settings, true>) => ({
        ...config.get('server', { infer: true }),
        encryption: createEncryption({ masterKeyBase64: config.get('encryptionMasterKey', { infer: true }) }),
      }),
      imports: [AudienceModule],
      broadcastEvents: true,
      routes: {
        auth: { authorizer: ChannelAuthorizer },
        userAuth: { authenticator: UserAuthenticator },
        webhooks: {},
      },
    }),
  ],
  providers: [NotificationsListener],
})
export class RealtimeModule {}
