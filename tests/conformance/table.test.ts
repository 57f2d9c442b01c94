import type { AnswerCode } from '@pusherkit/core/handlers'
import { describe, expect, test } from 'vitest'
import { APP, CAUSE, MASTER_KEY, OLD_TOKEN } from './app/credentials.ts'
import type { Answer, Trait } from './case.ts'
import { topics } from './cases/index.ts'
import { hosts } from './hosts/index.ts'

/** The type knows all codes there are: one that is added and not listed here does not compile. */
const STATUSES: Readonly<Record<AnswerCode, number>> = {
  ERR_PUSHER_INVALID_PARAMS: 400,
  ERR_PUSHER_INVALID_SOCKET_ID: 400,
  ERR_PUSHER_INVALID_CHANNEL: 400,
  ERR_PUSHER_INVALID_BATCH: 400,
  ERR_PUSHER_BODY: 400,
  ERR_PUSHER_WEBHOOK: 400,
  ERR_PUSHER_WEBHOOK_SIGNATURE: 401,
  ERR_PUSHER_WEBHOOK_EXPIRED: 401,
  ERR_PUSHER_FORBIDDEN: 403,
  ERR_PUSHER_NOT_FOUND: 404,
  ERR_PUSHER_METHOD: 405,
  ERR_PUSHER_BODY_TOO_LARGE: 413,
  ERR_PUSHER_CONTENT_TYPE: 415,
  ERR_PUSHER_HOOK: 500,
  ERR_PUSHER_HOOK_RESULT: 500,
  ERR_PUSHER_ENCRYPTION_REQUIRED: 500,
  ERR_PUSHER_RAW_BODY: 500,
  ERR_PUSHER_INTERNAL: 500,
  ERR_PUSHER_UPSTREAM: 502,
}

const rows = Object.values(topics).flat()
const exceptions = rows.flatMap(({ name, expect: answer, except = {} }) =>
  Object.entries(except).map(([trait, exception]) => ({ name, answer, trait: trait as Trait, exception })),
)
const answers: readonly Answer[] = [
  ...rows.map((row) => row.expect),
  ...exceptions.map((each) => each.exception),
]
const codeOf = ({ body }: Answer): string | undefined => /^\{"code":"(\w+)"/.exec(body)?.[1]

describe('the table', () => {
  test('is long enough to mean something', () => {
    expect(rows.length).toBeGreaterThanOrEqual(230)
  })

  test.each(Object.entries(STATUSES))(
    'has an answer with the code %s, always with status %i',
    (code, status) => {
      const found = answers.filter((answer) => codeOf(answer) === code).map((answer) => answer.status)
      expect([...new Set(found)]).toEqual([status])
    },
  )

  test.each([200, 304])('has an answer with status %i', (status) => {
    expect(answers.map((answer) => answer.status)).toContain(status)
  })

  test.each(Object.entries(topics))('names each row of %s once', (_topic, cases) => {
    const names = cases.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  test('allows no exception that is none', () => {
    for (const { name, answer, exception } of exceptions) {
      const { why, ...other } = exception
      expect(other, `${name}: ${why}`).not.toEqual(answer)
    }
  })

  test('allows no exception to a host that is not there', () => {
    const traits = new Set(hosts.flatMap((host) => host.traits))
    expect(exceptions.filter(({ trait }) => !traits.has(trait))).toEqual([])
  })

  test.each([
    ['the secret', APP.secret],
    ['the secret of the older key', OLD_TOKEN.secret],
    ['the master key', MASTER_KEY],
    ['what a hook threw', CAUSE],
  ])('shows nobody %s', (_what, text) => {
    expect(answers.filter(({ body }) => body.includes(text))).toEqual([])
  })
})
