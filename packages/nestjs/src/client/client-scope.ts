/** Which client a module instance is for: what its own providers have to know. */
export interface ClientScope {
  readonly name: string | undefined
  readonly servesWebhooks: boolean
}

/** The token of {@link ClientScope}, within its module. */
export const CLIENT_SCOPE: unique symbol = Symbol('pusherkit:client-scope')
