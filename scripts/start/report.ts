/** Runs one step and prints a line with its time, or a cross. */
export async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    const result = await run()
    console.log(`✓ ${name} (${Math.round(performance.now() - start)} ms)`)
    return result
  } catch (error) {
    console.error(`✗ ${name}`)
    throw error
  }
}

/** Prints rows with their columns in line. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  console.log()
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
  }
}
