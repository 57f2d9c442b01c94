import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'tsdown'
import { compareOnce } from '../harness/comparison.ts'
import type { Scenario } from '../harness/scenario.ts'

const ENTRIES = {
  official: `export { default } from 'pusher'`,
  'pusher-http-edge': `export { default } from 'pusher-http-edge'`,
  core: `export { Pusher } from '@pusherkit/core'`,
  'core and its publisher': `export { Pusher } from '@pusherkit/core'; export { createPublisher } from '@pusherkit/core/publisher'`,
}

const CONDITIONS = {
  node: ['node', 'import', 'default'],
  browser: ['workerd', 'worker', 'browser', 'default'],
}

/** The size of a program that uses nothing but this, with everything it needs but Node itself. */
async function sizeOf(source: string, platform: 'node' | 'browser'): Promise<number> {
  const name = 'virtual:entry'
  const [built] = await build({
    config: false,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    entry: { bundle: name },
    format: 'esm',
    platform,
    target: 'es2024',
    minify: true,
    dts: false,
    write: false,
    logLevel: 'silent',
    deps: { alwaysBundle: [/./] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) =>
          id === name ? fileURLToPath(new URL('../entry.js', import.meta.url)) : null,
        load: (id: string) => (id.endsWith('/bench/entry.js') ? source : null),
      },
    ],
    inputOptions: { resolve: { conditionNames: CONDITIONS[platform] } },
    outputOptions: { codeSplitting: false },
  })
  const [chunk, ...others] = built?.chunks ?? []
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('A bundle did not become one file')
  return gzipSync(chunk.code, { level: 9 }).length
}

export const bundleSize: Scenario = {
  about: 'Bundled for Node with all dependencies, minified and compressed with gzip.',
  run: async () => {
    const sizes: Record<string, number> = {}
    for (const [name, source] of Object.entries(ENTRIES)) {
      sizes[name] = await sizeOf(source, 'node')
    }
    sizes['core, for edge runtimes'] = await sizeOf(ENTRIES.core, 'browser')
    return [compareOnce('bundle, min+gzip', 'bytes', sizes, 'official')]
  },
}
