/**
 * Measures the built packages against the official library, `pusher-http-edge` and raw sockets.
 *
 *     pnpm bench                           everything, and writes bench/RESULTS.md
 *     pnpm bench --quick                   everything in less than a minute; writes and judges nothing
 *     node bench/main.ts publish-https     one scenario, or several
 */
import { parseArgs } from 'node:util'
import { createAuthority } from './harness/certificate.ts'
import { runScenario } from './harness/run-scenario.ts'
import { toComparisonTable } from './report/comparison-table.ts'
import { toGoalsTable } from './report/goals-table.ts'
import { judge } from './report/judge.ts'
import type { Measured } from './report/measured.ts'
import { writeResults } from './report/results-file.ts'
import { SCENARIOS } from './scenarios/scenarios.ts'

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const all = Object.keys(SCENARIOS)
const unknown = positionals.find((name) => !all.includes(name))
if (unknown) throw new Error(`There is no scenario "${unknown}", only ${all.join(', ')}`)

await using authority = await createAuthority()
const measured: Measured[] = []
for (const name of positionals.length > 0 ? positionals : all) {
  const result = await runScenario(name, values.quick, authority.environment)
  measured.push(result)
  console.log(`\n## ${name}\n\n${result.about}\n`)
  console.log(result.comparisons.map(toComparisonTable).join('\n\n'))
}

const verdicts = judge(measured.flatMap(({ comparisons }) => comparisons))
if (verdicts.length > 0) console.log(`\n## Goals\n\n${toGoalsTable(verdicts, !values.quick)}`)
if (!values.quick && positionals.length === 0) writeResults(measured, new Date())
