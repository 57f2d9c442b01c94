import { isJsonObject, parseJson } from '../json-object.ts'

/**
 * What a field may be compared with: a value, or a function that decides. A text may also be compared with an
 * expression, and, where it is JSON, with what it says.
 */
export type FieldMatch<Value> =
  | Value
  | ((value: Value) => boolean)
  | (Value extends string
      ? RegExp | object | number | boolean | null
      : Value extends object
        ? Match<Value>
        : never)

/** Some fields of an entry, each with what it must be like. */
export type Match<Entry> = { readonly [Field in keyof Entry]?: FieldMatch<Entry[Field]> | undefined }

/**
 * Whether a value is as expected. An object matches when the fields that are expected match, whatever else it has; a
 * list, when it is as long and every item matches; undefined, what is not there. A text that is to match anything but
 * a text is parsed as JSON.
 */
export function matches(value: unknown, expected: unknown): boolean {
  if (typeof expected === 'function') return Boolean(expected(value))
  // `search` begins at the start each time; `test` would not, with the flag g.
  if (expected instanceof RegExp) return typeof value === 'string' && value.search(expected) !== -1
  const isText = typeof expected === 'string' || expected === undefined
  const actual = typeof value === 'string' && !isText ? parseJson(value) : value
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => matches(actual[index], item))
    )
  }
  if (!isJsonObject(expected)) return Object.is(actual, expected)
  return (
    isJsonObject(actual) && Object.entries(expected).every(([name, field]) => matches(actual[name], field))
  )
}
