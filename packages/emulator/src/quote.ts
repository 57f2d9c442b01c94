const LONGEST = 80

/** Shows a value that somebody sent inside an error sentence: as JSON text, cut at 80 characters. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}
