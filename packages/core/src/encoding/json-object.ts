/** What JSON calls an object: neither null nor an array. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** Whether a value is an object with keys: neither null nor an array. */
export const isJsonObject = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
