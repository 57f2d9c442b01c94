import type { AnswerCode } from './answers.ts'

/** Thrown inside a handler to end the request with an answer that is the client's own doing. It never leaves the handler. */
export class Refused extends Error {
  readonly code: AnswerCode
  readonly headers: Readonly<Record<string, string>> | undefined

  constructor(code: AnswerCode, message: string, headers?: Readonly<Record<string, string>>) {
    super(message)
    this.code = code
    this.headers = headers
  }
}

/** @throws Refused always */
export function refuse(code: AnswerCode, message: string, headers?: Readonly<Record<string, string>>): never {
  throw new Refused(code, message, headers)
}
