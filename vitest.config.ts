import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** One project per workspace folder that has tests, so that a run names the package a failure belongs to. */
const folders = ['packages', 'apps', 'tests'].flatMap((room) =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${room}/${entry.name}/package.json`))
    .map((entry) => `${room}/${entry.name}`),
)

/** What core signs and verifies, once more on the digest that other runtimes than Node use. */
const portableDigest = {
  extends: true as const,
  root: 'packages/core',
  resolve: { alias: { '#digest': resolve('packages/core/src/digest/portable.ts') } },
  test: {
    name: 'packages/core (portable digest)',
    include: ['test/{signing,auth,webhook}/**/*.test.ts', 'test/vectors.test.ts', 'test/digest/seam.test.ts'],
    env: { PUSHERKIT_DIGEST: 'portable' },
  },
}

export default defineConfig({
  // Tests run from source: nothing has to be built to see one fail.
  resolve: { conditions: ['@pusherkit/source', 'node'] },
  ssr: { resolve: { conditions: ['@pusherkit/source', 'node'] } },
  test: {
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
    reporters: ['default', './scripts/vitest/closing-line.ts'],
    projects: [
      ...folders.map((root) => ({
        extends: true as const,
        root,
        test: { name: root, include: ['**/*.test.ts'] },
      })),
      portableDigest,
    ],
  },
})
