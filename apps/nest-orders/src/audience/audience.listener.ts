import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { EventEmitter2 } from '@nestjs/event-emitter'
import { Pusher, type WebhookEventOf } from '@pusherkit/core'
import { OnPusherWebhook } from '@pusherkit/nestjs'
import { Audience } from './audience.ts'
import { AudienceChanged } from './audience-changed.event.ts'
import { STAFF } from './channels.ts'

/** Keeps the audience up to date: it asks once, and is told from then on. */
@Injectable()
export class AudienceListener implements OnApplicationBootstrap {
  readonly #logger = new Logger(AudienceListener.name)

  constructor(
    private readonly pusher: Pusher,
    private readonly audience: Audience,
    private readonly emitter: EventEmitter2,
  ) {}

  /** Pages stay subscribed while the application starts again. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      const { channels } = await this.pusher.channels()
      for (const channel of Object.keys(channels)) this.audience.occupied(channel)
    } catch (error) {
      this.#logger.warn(`It is not known who is listening: ${error instanceof Error ? error.message : error}`)
      this.audience.assumeEverybody()
    }
  }

  @OnPusherWebhook('channel_occupied')
  occupied({ channel }: WebhookEventOf<'channel_occupied'>): void {
    this.audience.occupied(channel)
    this.#tell()
  }

  @OnPusherWebhook('channel_vacated')
  vacated({ channel }: WebhookEventOf<'channel_vacated'>): void {
    this.audience.vacated(channel)
    this.#tell()
  }

  #tell(): void {
    const { audience } = this
    this.emitter.emit('audience.changed', new AudienceChanged(audience.view(), audience.isListening(STAFF)))
  }
}
