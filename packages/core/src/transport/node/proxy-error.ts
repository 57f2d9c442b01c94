import type { HttpProxy } from './http-proxy.ts'

/** A proxy that refused to forward, or could not be used. The request did not get to the server. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError'
  /** The same code that Node's own agents use for this. */
  readonly code = 'ERR_PROXY_TUNNEL'
  /** What the proxy answered, or undefined when it did not. */
  readonly statusCode: number | undefined

  private constructor(message: string, statusCode: number | undefined, options?: ErrorOptions) {
    super(message, options)
    this.statusCode = statusCode
  }

  /** The proxy answered, and said no. */
  static refused(proxy: HttpProxy, status: number): ProxyError {
    const advice = status === 407 ? '. Check the user and the password in httpProxy' : ''
    return new ProxyError(`the proxy ${proxy.name} answered ${status}${advice}`, status)
  }

  /** The proxy could not be reached, or did not speak like one. */
  static unusable(proxy: HttpProxy, cause: Error): ProxyError {
    return new ProxyError(`the proxy ${proxy.name} cannot be used: ${cause.message}`, undefined, { cause })
  }
}
