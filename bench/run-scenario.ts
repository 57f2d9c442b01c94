import { tell } from './harness/child.ts'
import { FULL, QUICK } from './harness/pace.ts'
import type { Measured } from './report/measured.ts'
import { SCENARIOS } from './scenarios/scenarios.ts'

// One scenario, in this process: bench/main.ts starts it.

process.on('disconnect', () => process.exit())

const [name = '', speed] = process.argv.slice(2)
const scenario = await SCENARIOS[name]?.()
if (!scenario) throw new Error(`There is no scenario ${name}`)
const comparisons = await scenario.run(speed === 'quick' ? QUICK : FULL)
tell({ name, about: scenario.about, comparisons } satisfies Measured)
process.disconnect?.()
