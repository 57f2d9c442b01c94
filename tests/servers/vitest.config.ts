import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  cacheDir: here('../../node_modules/.vite/tests-servers'),
  // From source, as in the root: nothing has to be built.
  resolve: { conditions: ['@pusherkit/source', 'node'] },
  ssr: { resolve: { conditions: ['@pusherkit/source', 'node'] } },
  test: {
    environment: 'node',
    include: ['*.test.ts'],
    globalSetup: ['./run/global-setup.ts'],
    testTimeout: 20_000,
    reporters: ['default', here('../../scripts/vitest/closing-line.ts')],
  },
})
