import { existsSync, readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** One project per workspace folder that has tests, so that a run names the package a failure belongs to. */
const folders = ['packages', 'apps', 'tests'].flatMap((room) =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${room}/${entry.name}/package.json`))
    .map((entry) => `${room}/${entry.name}`),
)

export default defineConfig({
  // Tests run from source: nothing has to be built to see one fail.
  resolve: { conditions: ['@pusherkit/source', 'node'] },
  ssr: { resolve: { conditions: ['@pusherkit/source', 'node'] } },
  test: {
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
    reporters: ['default', './scripts/vitest/closing-line.ts'],
    projects: folders.map((root) => ({
      extends: true,
      root,
      test: { name: root, include: ['**/*.test.ts'] },
    })),
  },
})
