import { display } from '../error/display.ts'
import { refuse } from './refused.ts'

/** How a body is written. */
export type BodyFormat = 'form' | 'json'

const FORMATS: Readonly<Record<string, BodyFormat>> = {
  'application/x-www-form-urlencoded': 'form',
  'application/json': 'json',
}
const UTF8 = /^(?:utf-?8|"utf-?8")$/i

/**
 * Reads a `content-type`. Without one a body is taken for a form, as pusher-js sends it.
 *
 * Other types are refused. `text/plain` would be the one more that any web site can make a browser send unasked.
 *
 * @throws Refused `ERR_PUSHER_CONTENT_TYPE`
 */
export function toBodyFormat(contentType: string | undefined): BodyFormat {
  if (contentType === undefined || contentType.trim() === '') return 'form'
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim())
  const format = Object.hasOwn(FORMATS, type.toLowerCase()) ? FORMATS[type.toLowerCase()] : undefined
  if (format === undefined) {
    const types = Object.keys(FORMATS).join(' or ')
    refuse('ERR_PUSHER_CONTENT_TYPE', `content-type is ${display(contentType)}, but the body is ${types}`)
  }
  for (const parameter of parameters) {
    const [name = '', ...value] = parameter.split('=')
    if (name.trim().toLowerCase() === 'charset' && !UTF8.test(value.join('=').trim())) {
      refuse('ERR_PUSHER_CONTENT_TYPE', `content-type is ${display(contentType)}, but the charset is utf-8`)
    }
  }
  return format
}
