import { PusherValidationError } from '../error/validation-error.ts'
import type { SchemaIssue, StandardSchema } from './standard-schema.ts'

const MAX_ISSUES = 5
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/**
 * Runs a validator and gives its output. The message holds its words and the paths; the data itself, which may be
 * private, is neither in the message nor in a field.
 *
 * @throws PusherValidationError (as a rejection) `ERR_PUSHER_INVALID_DATA`
 */
export async function validateWith(
  schema: StandardSchema,
  data: unknown,
  parameter: string,
): Promise<unknown> {
  const result = await schema['~standard'].validate(data)
  if (!result.issues) return result.value
  const { issues } = result
  const shown = issues.slice(0, MAX_ISSUES).map((issue) => `${pathOf(issue, parameter)}: ${issue.message}`)
  const more = issues.length - MAX_ISSUES
  const message = `${parameter} does not suit the event. ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
  throw new PusherValidationError('ERR_PUSHER_INVALID_DATA', message, { parameter })
}

/** `data.items[0].id` */
function pathOf({ path = [] }: SchemaIssue, parameter: string): string {
  const keys = path.map((segment) => (typeof segment === 'object' ? segment.key : segment))
  return parameter + keys.map(toAccess).join('')
}

function toAccess(key: PropertyKey): string {
  if (typeof key === 'string') return IDENTIFIER.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
  return `[${String(key)}]`
}
