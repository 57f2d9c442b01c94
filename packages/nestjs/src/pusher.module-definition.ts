import {
  ConfigurableModuleBuilder,
  type ConfigurableModuleCls,
  type DynamicModule,
  type InjectionToken,
  type Provider,
} from '@nestjs/common'
import { DiscoveryModule, ModuleRef } from '@nestjs/core'
import { Pusher, type PusherOptions } from '@pusherkit/core'
import { BroadcastEventListener } from './broadcast/broadcast-event.listener.ts'
import { PusherBroadcaster } from './broadcast/pusher.broadcaster.ts'
import { getPusherBroadcasterToken } from './broadcast/pusher-broadcaster.token.ts'
import { checkExtras } from './check-extras.ts'
import { CLIENT_OPTIONS, clientOptionsOf } from './client/client-options.ts'
import { CLIENT_SCOPE, type ClientScope } from './client/client-scope.ts'
import { getPusherToken } from './client/pusher.token.ts'
import type { PusherModuleExtras } from './pusher-module-options.interface.ts'
import { createRoutes } from './routes/create-routes.ts'
import { PusherWebhookListeners } from './webhooks/pusher-webhook.listeners.ts'

const EXTRAS: PusherModuleExtras = {
  name: undefined,
  isGlobal: undefined,
  routes: undefined,
  broadcastEvents: undefined,
  imports: undefined,
}

const host = new ConfigurableModuleBuilder<PusherOptions>({ moduleName: 'Pusher' })
  .setClassMethodName('forRoot')
  .setFactoryMethodName('createPusherOptions')
  .setExtras(EXTRAS, withExtras)
  .build()

/** What `PusherModule` extends: `forRoot` and `forRootAsync`. */
export const ConfigurableModuleClass: ConfigurableModuleCls<
  PusherOptions,
  'forRoot',
  'createPusherOptions',
  PusherModuleExtras
> = host.ConfigurableModuleClass

function withExtras(definition: DynamicModule, extras: PusherModuleExtras): DynamicModule {
  checkExtras(extras)
  const { name, routes = {} } = extras
  const client = getPusherToken(name)
  const broadcaster = getPusherBroadcasterToken(name)
  const { controllers, providers } = createRoutes(routes, name)
  return {
    ...definition,
    global: extras.isGlobal ?? false,
    imports: [DiscoveryModule, ...(definition.imports ?? []), ...(extras.imports ?? [])],
    controllers,
    providers: [
      ...(definition.providers ?? []),
      ...providers,
      {
        provide: CLIENT_SCOPE,
        useValue: { name, servesWebhooks: routes.webhooks !== undefined } satisfies ClientScope,
      },
      clientOptionsOf(host.MODULE_OPTIONS_TOKEN),
      {
        provide: client,
        useFactory: (options: PusherOptions) => new Pusher(options),
        inject: [CLIENT_OPTIONS],
      },
      {
        provide: broadcaster,
        useFactory: (pusher: Pusher) => new PusherBroadcaster(pusher),
        inject: [client],
      },
      PusherWebhookListeners,
      ...(extras.broadcastEvents ? [eventListenerOf(broadcaster)] : []),
    ],
    exports: [client, broadcaster],
  }
}

const eventListenerOf = (broadcaster: InjectionToken): Provider => ({
  provide: BroadcastEventListener,
  useFactory: (instance: PusherBroadcaster, moduleRef: ModuleRef) =>
    new BroadcastEventListener(instance, moduleRef),
  inject: [broadcaster, ModuleRef],
})
