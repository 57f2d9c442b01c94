const MAX_SHOWN = 60
/** What JSON leaves as it is, and what logs and terminals obey: more control characters, ends of lines, and directions. */
const CONTROLS = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

/** Shows a value in a message: quoted and cut short, with control characters escaped, so that a log stays one line. */
export function display(value: unknown): string {
  if (typeof value === 'string') {
    const shown = JSON.stringify(value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value)
    return shown.replace(
      CONTROLS,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  }
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'function') return 'a function'
  return `${String(value)} (${typeof value})`
}

/** Removes what a server may echo of our request: any hex text as long as a signature. */
export const redactSignatures = (text: string): string =>
  text.replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi, '[signature removed]')
