import { ModuleRef } from '@nestjs/core'
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus'
import type { Pusher } from '@pusherkit/core'
import { injectInto } from '../client/inject-into.ts'
import { getPusherToken } from '../client/pusher.token.ts'

/** How to check. */
export interface PusherPingOptions {
  /** How long the Channels server may take, in ms. 1,000 unless told. */
  readonly timeout?: number | undefined
  /** The `name` of the client's module. The default client unless told. */
  readonly client?: string | undefined
}

const DEFAULT_TIMEOUT = 1_000

/**
 * Tells Terminus whether the Channels server answers, and takes our credentials.
 *
 * ```ts
 * @Get() @HealthCheck() check() {
 *   return this.health.check([() => this.pusher.pingCheck('pusher')])
 * }
 * ```
 */
export class PusherHealthIndicator {
  readonly #indicators: HealthIndicatorService
  readonly #moduleRef: ModuleRef

  constructor(indicators: HealthIndicatorService, moduleRef: ModuleRef) {
    this.#indicators = indicators
    this.#moduleRef = moduleRef
  }

  /**
   * Asks a signed question that costs no message: whether a channel is occupied.
   *
   * @returns Up, or down with the `message` and the `code` of what went wrong. Never a secret or a signature.
   */
  async pingCheck<const Key extends string>(
    key: Key,
    { timeout = DEFAULT_TIMEOUT, client }: PusherPingOptions = {},
  ): Promise<HealthIndicatorResult<Key>> {
    const indicator = this.#indicators.check(key)
    const pusher: Pusher = this.#moduleRef.get(getPusherToken(client), { strict: false })
    const signal = AbortSignal.timeout(timeout)
    try {
      await pusher.channel('health', { signal })
      return indicator.up()
    } catch (error) {
      if (signal.aborted) return indicator.down({ message: `no answer within ${timeout} ms` })
      const { message, code } = error as Error & { readonly code?: string }
      return indicator.down({ message, code })
    }
  }
}

injectInto(PusherHealthIndicator, HealthIndicatorService, ModuleRef)
