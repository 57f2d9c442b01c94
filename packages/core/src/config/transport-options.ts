/** A certificate, a key, or several of them: PEM text or bytes, as `node:tls` takes them. */
type Pem = string | Uint8Array | readonly (string | Uint8Array)[]

/** What of TLS may be set. The names and meanings are those of `node:tls`. */
export interface TlsOptions {
  /** The certificate authorities to trust, in place of the well-known ones. */
  readonly ca?: Pem | undefined
  /** Our own certificate, where the server asks for one. */
  readonly cert?: Pem | undefined
  /** The private key of `cert`. */
  readonly key?: Pem | undefined
  readonly passphrase?: string | undefined
  /** False accepts any certificate: for experiments only. */
  readonly rejectUnauthorized?: boolean | undefined
  /** The name to expect in the server's certificate, in place of the host. */
  readonly servername?: string | undefined
}

/** How the built-in transport connects. Only Node's can do these. */
export interface TransportSettings {
  /** A proxy, `http://user:password@host:port`. */
  readonly httpProxy?: string | undefined
  readonly tls?: TlsOptions | undefined
  /** An `Agent` of `node:https` (or `node:http`) to use as it is, in place of our own pool. */
  readonly agent?: object | undefined
}
