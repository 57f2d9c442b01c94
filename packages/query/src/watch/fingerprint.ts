/**
 * A text that is the same for two answers that say the same, whatever the order of channels and users in them. The `ttl`
 * of a cached event is left out: it goes down by itself.
 */
export const fingerprint = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(fingerprint).sort()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([key, field]) => key !== 'ttl' || typeof field !== 'number')
  return `{${fields.map(([key, field]) => JSON.stringify(key) + fingerprint(field)).sort()}}`
}
