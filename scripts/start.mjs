// `npm start`: installs, builds, then becomes the demonstration. It is started directly, not through `pnpm run`,
// because every shell between it and the terminal would turn a clean Ctrl-C into a failure.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run, runPnpm } from './run-pnpm.mjs'

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

process.exitCode = await runPnpm(['run', 'build:all'])
if (process.exitCode === 0) {
  const pinned = here('../node_modules/.bin/node')
  const node = existsSync(pinned) ? pinned : process.execPath
  process.exitCode = await run(node, [here('start/main.ts'), ...process.argv.slice(2)])
}
