/**
 * The headers of a request, with names in any case: a Fetch `Headers`, Node's `IncomingHttpHeaders`, a `Map`, or a plain
 * object.
 */
export type RequestHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined }

/** A webhook as it was received. */
export interface WebhookRequest {
  readonly headers: RequestHeaders
  /**
   * The exact body: its bytes, or its text. Never what a JSON parser made of it, because the signature covers the bytes.
   *
   * Express: the `req.body` of `express.raw({ type: 'application/json' })`. Nest: the `req.rawBody` of
   * `NestFactory.create(AppModule, { rawBody: true })`. Fetch: `await request.text()`.
   */
  readonly rawBody?: string | Uint8Array | ArrayBuffer | null | undefined
}
