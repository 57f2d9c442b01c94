import type { Answer, Case, Exception } from '../case.ts'
import { json, NOTHING, refusedByParser } from '../case.ts'

/** Another answer, and why. */
export const because = (why: string, answer: Answer): Exception => ({ why, ...answer })

/** Other words for the same refusal, or the answer to what a parser left. */
export const parsed = (why: string, answer: Answer): NonNullable<Case['except']> => ({
  parsed: because(why, answer),
})

/** A body that the application's own parser refuses never reaches a handler. */
export const refusedFirst = (status: number, type: string): NonNullable<Case['except']> => ({
  parser: because('the parser of the application refuses it first', refusedByParser(status, type)),
})

/** Nobody is there to be answered. That the server goes on is what the cases after it show. */
export const UNANSWERED: NonNullable<Case['except']> = {
  socket: because('the connection is gone', NOTHING),
}

/** Verifying what a parser made of a webhook would need its bytes. */
const BYTES_GONE = because(
  'a parser has read the bytes that were signed',
  json(
    500,
    '{"code":"ERR_PUSHER_RAW_BODY","message":"A parser has read the body of this webhook, so its signature cannot be ' +
      'verified. Express: mount the webhooks before app.use(express.json()), or keep the bytes with ' +
      'express.json({ verify: (req, res, bytes) => { req.rawBody = bytes } }). Nest: NestFactory.create(AppModule, ' +
      '{ rawBody: true }). Any other: hand over the body before it is parsed"}',
  ),
)

/** Webhooks that a parser takes for JSON or a form. */
export const goneBehindParsers = (cases: readonly Case[]): readonly Case[] =>
  cases.map((row) => ({ ...row, except: { parsed: BYTES_GONE, ...row.except } }))
