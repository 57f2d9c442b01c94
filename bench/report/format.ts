/** A number with three digits that count. */
export function format(number: number): string {
  if (Math.abs(number) >= 1_000) return Math.round(number).toLocaleString('en-US')
  const rounded = Number(number.toPrecision(3))
  return Math.abs(rounded) >= 0.001 || rounded === 0 ? String(rounded) : number.toExponential(1)
}

/** A Markdown table, its columns padded as a formatter does it. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  )
  const toLine = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(toLine).join('\n')
}
