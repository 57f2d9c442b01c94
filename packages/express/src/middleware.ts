/** An Express middleware, in terms that Express 4 and 5 both accept. */
export type PusherMiddleware = (
  request: Express.Request,
  response: unknown,
  next: (error?: unknown) => void,
) => void

/** An Express error middleware, in terms that Express 4 and 5 both accept. */
export type PusherErrorMiddleware = (
  error: unknown,
  request: Express.Request,
  response: unknown,
  next: (error?: unknown) => void,
) => void
