import { defineConfig, type UserConfig } from 'tsdown'

type OutputOptions = Exclude<UserConfig['outputOptions'], ((...args: never[]) => unknown) | undefined>

/**
 * How every package of the family is built: one ES module per entry with its types beside it.
 * CommonJS callers load the same files by `require()`, which Node allows from 22.12.
 *
 * @param codeSplitting How what several entries share is divided into files.
 */
export const library = (
  entry: Record<string, string>,
  codeSplitting?: OutputOptions['codeSplitting'],
): UserConfig =>
  defineConfig({
    entry,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    fixedExtension: false,
    dts: true,
    sourcemap: true,
    deps: { neverBundle: [/^#/, /^@pusherkit\//] },
    ...(codeSplitting && { outputOptions: { codeSplitting } }),
  }) as UserConfig
