import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { toComparisonTable } from './comparison-table.ts'
import { toGoalsTable } from './goals-table.ts'
import { judge } from './judge.ts'
import { describeMachine } from './machine.ts'
import type { Measured } from './measured.ts'

const FILE = new URL('../RESULTS.md', import.meta.url)
const NOTES = '\n## Notes\n'

const INTRODUCTION = `# Results

Written by \`pnpm bench\`; only the notes at the end are written by hand. How to read it: [README.md](README.md).
Load and server share the cores of one machine, each in a process of its own: ratios say more than numbers.`

/** Writes what was measured. The notes of the file that was there are kept. */
export function writeResults(measured: readonly Measured[], date: Date): void {
  const verdicts = judge(measured.flatMap(({ comparisons }) => comparisons))
  const parts = [
    INTRODUCTION,
    describeMachine(date),
    '## Goals',
    'A ratio (×) is to the official library, or to the baseline that the table below names.',
    toGoalsTable(verdicts, true),
    ...measured.flatMap(({ name, about, comparisons }) => [
      `## ${name}`,
      about,
      ...comparisons.map(toComparisonTable),
    ]),
  ]
  writeFileSync(FILE, `${parts.join('\n\n')}\n${readNotes()}`)
}

function readNotes(): string {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const start = before.indexOf(NOTES)
  return start === -1 ? `${NOTES}\nNone.\n` : before.slice(start)
}
