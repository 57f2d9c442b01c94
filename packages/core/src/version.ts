/** The version in package.json; a test keeps the two alike. */
export const VERSION = '0.0.0'

/** How the library introduces itself, in the form every official one uses. */
export const LIBRARY: Readonly<Record<string, string>> = Object.freeze({
  'x-pusher-library': `pusherkit ${VERSION}`,
})
