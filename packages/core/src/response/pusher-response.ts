import type { RawResponse } from '../transport/transport.ts'

/**
 * A successful answer of the API. It has the parts of a Fetch `Response` that the documented examples use, and can
 * be read any number of times.
 */
export class PusherResponse<T = unknown> {
  /** The HTTP status, 200–299. */
  readonly status: number
  readonly #headers: RawResponse['headers']
  readonly #text: string
  readonly #parse: (text: string) => T

  constructor(raw: RawResponse, parse: (text: string) => T) {
    this.status = raw.status
    this.#headers = raw.headers
    this.#text = raw.body
    this.#parse = parse
  }

  /** True: a failed request rejects, and never becomes a response. */
  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  get headers(): Headers {
    return new Headers(this.#headers)
  }

  /**
   * The parsed body. Where servers of the family answer in another shape, it is the documented one.
   *
   * @throws PusherRequestError `ERR_PUSHER_RESPONSE` when the body is not JSON.
   */
  async json(): Promise<T> {
    return this.#parse(this.#text)
  }

  /** The body as it arrived. */
  async text(): Promise<string> {
    return this.#text
  }
}
