import { Webhook } from '@pusherkit/core'

type Parameters = ConstructorParameters<typeof Webhook>

/** The official constructor takes a token and a request: it knows no clock, because it has no limit of age. */
function create(token: Parameters[0], request: Parameters[1]): Webhook {
  return new Webhook(token, request, { now: Date.now })
}
// What `pusher.webhook()` returns is an instance of it as well.
const WebHook: unknown = Object.assign(create, { prototype: Webhook.prototype })

// What require() of this module returns.
export { WebHook as 'module.exports' }
