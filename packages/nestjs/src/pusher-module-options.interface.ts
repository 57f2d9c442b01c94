import type { ConfigurableModuleAsyncOptions, ModuleMetadata } from '@nestjs/common'
import type { PusherOptions } from '@pusherkit/core'
import type { PusherRoutes } from './routes/pusher-routes.interface.ts'

/** What a module is told besides the options of its client. Known when the module is declared, also by `forRootAsync`. */
export interface PusherModuleExtras {
  /** Names the client, so that an application can have several. Without a name it is the default one. */
  readonly name?: string | undefined
  /** Whether other modules can inject without importing this one. False unless told. */
  readonly isGlobal?: boolean | undefined
  /** The routes to serve. None unless told. */
  readonly routes?: PusherRoutes | undefined
  /** Whether events of `@nestjs/event-emitter` whose class has `@BroadcastOn` are published. False unless told. */
  readonly broadcastEvents?: boolean | undefined
  /** Modules that export what authorizers and the guards of the routes need. */
  readonly imports?: ModuleMetadata['imports'] | undefined
}

/** What `PusherModule.forRoot` takes: the options of core's `Pusher`, and those of the module. */
export type PusherModuleOptions = PusherOptions & PusherModuleExtras

/** What a class for `useClass` and `useExisting` implements. */
export interface PusherOptionsFactory {
  createPusherOptions(): PusherOptions | Promise<PusherOptions>
}

/** What `PusherModule.forRootAsync` takes: where the options of the client come from, and the options of the module. */
export type PusherModuleAsyncOptions = ConfigurableModuleAsyncOptions<PusherOptions, 'createPusherOptions'> &
  Omit<PusherModuleExtras, 'imports'>
