import type { Transport, TransportSettings } from '@pusherkit/core'

/** A transport to be tested. */
export interface Subject {
  readonly name: string
  /** Makes one. */
  readonly create: (settings?: Pick<TransportSettings, 'httpProxy' | 'tls'>) => Transport
  readonly scheme: 'http' | 'https'
}
