import { randomBytes } from 'node:crypto'

/** Who may look at the state of all channels, and from where. */
export interface DashboardSettings {
  /** What its sign-in asks for. */
  readonly password: string
  /** An origin that may ask besides the chat's own, e.g. `https://dashboard.example.com`. */
  readonly origin?: string | undefined
  /** The folder of the built page, to be served at `/dashboard/`. */
  readonly pages?: string | undefined
}

const MIN_PASSWORD = 8

/** Nobody guesses it. */
const newPassword = (): string => randomBytes(12).toString('base64url')

/**
 * Reads the `DASHBOARD_…` variables. Without a password there is a new one with each start.
 *
 * @throws RangeError when a variable cannot be used. It never shows the password.
 */
export function dashboardFromEnvironment(env: NodeJS.ProcessEnv): DashboardSettings {
  const { DASHBOARD_PASSWORD: given, DASHBOARD_ORIGIN: origin, DASHBOARD_PAGES: pages } = env
  if (given && given.length < MIN_PASSWORD) {
    const rule = `it has at least ${MIN_PASSWORD}; leave it out for a random one`
    throw new RangeError(`DASHBOARD_PASSWORD has ${given.length} characters, but ${rule}`)
  }
  if (origin && !isOrigin(origin)) {
    const rule = 'an origin is scheme, host and port, with no path: https://dashboard.example.com'
    throw new RangeError(`DASHBOARD_ORIGIN is ${JSON.stringify(origin)}, but ${rule}`)
  }
  return { password: given || newPassword(), origin: origin || undefined, pages: pages || undefined }
}

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text
