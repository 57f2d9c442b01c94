import { defineConfig, type UserConfig } from 'tsdown'

/**
 * How every package of the family is built: one ES module per entry with its types beside it.
 * CommonJS callers load the same files by `require()`, which Node allows from 22.12.
 */
export const library = (entry: Record<string, string>): UserConfig =>
  defineConfig({
    entry,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    fixedExtension: false,
    dts: true,
    sourcemap: true,
    deps: { neverBundle: [/^#/, /^@pusherkit\//] },
  }) as UserConfig
