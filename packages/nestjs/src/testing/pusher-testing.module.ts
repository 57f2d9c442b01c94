import type { DynamicModule } from '@nestjs/common'
import { getPusherToken } from '../client/pusher.token.ts'
import { PusherModule } from '../pusher.module.ts'
import type { PusherModuleExtras } from '../pusher-module-options.interface.ts'
import { type RecordingOptions, RecordingPusher, TEST_APP } from './recording-pusher.ts'

/** What `PusherTestingModule.forRoot` takes: the options of `PusherModule.forRoot`, none of which is needed. */
export type PusherTestingOptions = RecordingOptions & PusherModuleExtras

/**
 * Stands for `PusherModule` in a test: its client is a `RecordingPusher`. Get it by its class, and a named
 * one by `getPusherToken(name)`.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: a module of Nest is a class
export class PusherTestingModule {
  static forRoot(options: PusherTestingOptions = {}): DynamicModule {
    const { name, isGlobal, routes, broadcastEvents, imports, ...client } = options
    const definition = PusherModule.forRoot({ ...TEST_APP, ...options })
    const token = getPusherToken(name)
    const alias = name === undefined ? [{ provide: RecordingPusher, useExisting: token }] : []
    return {
      ...definition,
      providers: [
        ...(definition.providers ?? []),
        // The last provider of a token counts. A factory, so that each application begins with nothing published.
        { provide: token, useFactory: () => new RecordingPusher(client) },
        ...alias,
      ],
      exports: [...(definition.exports ?? []), ...alias.map(({ provide }) => provide)],
    }
  }
}
