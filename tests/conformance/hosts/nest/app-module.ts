import type { DynamicModule, ExecutionContext, Type } from '@nestjs/common'
import type { WebhookEvent } from '@pusherkit/core'
import { OnPusherWebhook, PusherModule } from '@pusherkit/nestjs'
import { createScenes, type Scene, type Upstream } from '../../app/scenes.ts'

type NestScene = Scene<ExecutionContext>

class AppModule {}

/** The whole application: a module for each scene, and who listens to its webhooks. */
export function createAppModule(upstream: Upstream): DynamicModule {
  const scenes = createScenes(upstream, headerOf)
  return { module: AppModule, imports: scenes.map(toModule), providers: scenes.map(toListener) }
}

const headerOf = (context: ExecutionContext, name: string): string | undefined =>
  context.switchToHttp().getRequest().headers[name]

function toModule(scene: NestScene): DynamicModule {
  const { prefix, client, auth, userAuth, query } = scene
  const { on: _, ...webhooks } = scene.webhooks
  const routes = { path: `${prefix}/pusher`, auth, userAuth, query, webhooks }
  return PusherModule.forRoot({ ...client, name: clientOf(scene), routes })
}

/** One of the clients is the default one, as in most applications. */
const clientOf = ({ name }: NestScene): string | undefined => (name === 'plain' ? undefined : name)

function toListener(scene: NestScene): Type {
  class Listener {}
  // A method gets the event alone, and can have the rest injected.
  const descriptor = { value: scene.webhooks.on['*'] as (event: WebhookEvent) => unknown }
  Object.defineProperty(Listener.prototype, 'listen', descriptor)
  OnPusherWebhook('*', { client: clientOf(scene) })(Listener.prototype, 'listen', descriptor)
  return Listener
}
