import { fileURLToPath } from 'node:url'
import { build } from 'tsdown'

/** What a bundler makes of a program for browsers, minified, with the specifiers that are left in it. */
export async function bundle(
  program: string,
  { external }: { external: RegExp[] },
): Promise<{ code: string; imports: string[] }> {
  const built = await build({
    config: false,
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    entry: { bundle: program },
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    dts: false,
    write: false,
    minify: true,
    logLevel: 'silent',
    deps: { alwaysBundle: [/./], neverBundle: external },
    inputOptions: { resolve: { conditionNames: ['@pusherkit/source', 'browser', 'import', 'default'] } },
    outputOptions: { codeSplitting: false },
  })
  const [chunk] = built[0]?.chunks ?? []
  if (chunk?.type !== 'chunk') throw new Error('it did not become one file')
  return { code: chunk.code, imports: [...chunk.imports, ...chunk.dynamicImports] }
}
