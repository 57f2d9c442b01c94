import { PusherValidationError } from '../error/validation-error.ts'
import { createToken, type Token } from '../signing/token.ts'

/** An app's credentials, or the token made from them. */
export type TokenLike = { readonly key: string; readonly secret: string } | Pick<Token, 'key' | 'sign'>

/** What signing needs of a token. */
export type Signer = Pick<Token, 'key' | 'sign'>

/**
 * Makes a token of credentials.
 *
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`. An empty secret is refused: anybody could sign with it.
 */
export function toSigner(token: TokenLike, parameter: string): Signer {
  if (typeof token !== 'object' || token === null) refuse(parameter, 'is an object { key, secret }')
  if (typeof token.key !== 'string' || token.key === '') refuse(`${parameter}.key`, 'is missing')
  if (!('secret' in token)) {
    return typeof token.sign === 'function' ? token : refuse(`${parameter}.secret`, 'is missing')
  }
  if (typeof token.secret !== 'string' || token.secret === '') refuse(`${parameter}.secret`, 'is missing')
  return createToken(token)
}

function refuse(parameter: string, rule: string): never {
  const message = `${parameter} ${rule}: it is a key and its secret from the "App Keys" page of the app`
  throw new PusherValidationError('ERR_PUSHER_INVALID_OPTION', message, { parameter })
}
