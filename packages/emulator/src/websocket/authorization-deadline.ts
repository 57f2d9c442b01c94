import type { App } from '../apps/app.ts'

/** Waits for a connection to prove that it may be there. */
export interface AuthorizationDeadline {
  /** It did, or it is gone. */
  readonly stop: () => void
}

/**
 * Starts the time that a connection has to sign in or to join a private or presence channel, where the app asks for
 * that.
 *
 * Source: Channels "Authorized connections".
 */
export function startAuthorizationDeadline({ rules, clock }: App, giveUp: () => void): AuthorizationDeadline {
  if (!rules.userAuthentication) return { stop: () => {} }
  return { stop: clock.schedule(giveUp, rules.userAuthenticationTimeout * 1000) }
}
