import type { CaseRequest } from '../case.ts'

type Body = NonNullable<CaseRequest['body']>

/** The bytes of a body that is written as text. */
export const toBytes = (body: Body): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body

export const sizeOf = (body: Body): number => toBytes(body).byteLength
