/** Why a request is refused: the status, and the sentence that becomes the body. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** HTTP status, 400 to 499. */
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** A request that can never succeed as it is. */
export const badRequest = (message: string): ApiError => new ApiError(400, message)
