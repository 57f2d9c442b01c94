import { build } from 'tsdown'

/** What bundlers for Cloudflare Workers and other edge runtimes resolve by. `node` is not among them. */
const WORKER_CONDITIONS = ['workerd', 'worker', 'browser', 'default']

/** A module with everything it imports, and the specifiers that were left in it. */
export interface Bundle {
  readonly code: string
  readonly imports: readonly string[]
}

/**
 * Bundles a module into one ES module, as one does for a runtime that is not Node.
 *
 * @param entry Its absolute path.
 * @param conditions What package `exports` and `imports` are resolved by.
 */
export async function bundle(
  entry: string,
  conditions: readonly string[] = WORKER_CONDITIONS,
): Promise<Bundle> {
  const [built] = await build({
    config: false,
    entry: { bundle: entry },
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    dts: false,
    write: false,
    logLevel: 'silent',
    deps: { alwaysBundle: [/./] },
    inputOptions: { resolve: { conditionNames: [...conditions] } },
    outputOptions: { codeSplitting: false },
  })
  const [chunk, ...others] = built?.chunks ?? []
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${entry} did not become one file`)
  return { code: chunk.code, imports: [...chunk.imports, ...chunk.dynamicImports] }
}
