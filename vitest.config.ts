import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
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

/** Nest 11 for our own sources too: two Nests in one program do not know each other's classes. */
const onNest11 = {
  alias: [{ find: /^@nestjs\/(.+)$/, replacement: resolve('tests/nest11/node_modules/@nestjs/$1') }],
}

/** What runs on Nest 12, once more on Nest 11. */
const nest11 = (root: string, include: string) => ({
  extends: true as const,
  root,
  resolve: onNest11,
  test: { name: `${root} (Nest 11)`, include: [include], env: { PUSHERKIT_NEST: '11' } },
})

export default defineConfig({
  // Tests run from source: nothing has to be built to see one fail.
  resolve: { conditions: ['@pusherkit/source', 'node'] },
  ssr: { resolve: { conditions: ['@pusherkit/source', 'node'] } },
  test: {
    environment: 'node',
    restoreMocks: true,
    // Tests of pages and of connections wait more than they compute: on two cores, three at once take half the time.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // A loaded machine is slow, and a test of pages waits for many things in turn.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', './scripts/vitest/closing-line.ts'],
    projects: [
      ...folders.map((root) => ({
        extends: true as const,
        root,
        ...(root === 'tests/nest11' ? { resolve: onNest11 } : {}),
        test: { name: root, include: ['**/*.test.ts'] },
      })),
      portableDigest,
      nest11('packages/nestjs', 'test/**/*.test.ts'),
      nest11('tests/conformance', 'conformance.test.ts'),
    ],
  },
})
