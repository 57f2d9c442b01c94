import { isLoopback } from './loopback.ts'

/** The least and the most characters of a token: shorter ones can be guessed. */
const SHORTEST = 16
const LONGEST = 200

/**
 * Checks the option `consoleToken`.
 *
 * @throws {TypeError} Says what it must be, and does not show it.
 */
export function readConsoleToken(token: unknown): string | undefined {
  if (token === undefined) return undefined
  if (typeof token === 'string' && /^[\w-]+$/.test(token)) {
    if (token.length >= SHORTEST && token.length <= LONGEST) return token
  }
  throw new TypeError(
    `Option consoleToken must be ${SHORTEST} to ${LONGEST} of A-Z a-z 0-9 _ -; leave it out for a random one`,
  )
}

/** What decides about the token of the console. */
interface TokenSettings {
  readonly host: string
  readonly consoleToken: string | undefined
}

/**
 * The token that a console has to know: the one that was chosen, or a random one where others than this machine can
 * connect. Undefined when there is no need of one.
 *
 * @param createToken Makes a random one.
 */
export function toConsoleToken(settings: TokenSettings, createToken: () => string): string | undefined {
  return settings.consoleToken ?? (isLoopback(settings.host) ? undefined : createToken())
}
