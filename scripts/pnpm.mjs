// `npm test` and the other root scripts: `node scripts/pnpm.mjs run test:all` is `pnpm run test:all`.
import { runPnpm } from './run-pnpm.mjs'

process.exitCode = await runPnpm(process.argv.slice(2))
