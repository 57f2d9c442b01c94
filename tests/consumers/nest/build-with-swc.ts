import { basename } from 'node:path'
import { type Options, transform } from '@swc/core'

/** The options that Nest's own command line gives to swc. */
const options = (type: 'commonjs' | 'es6'): Options => ({
  module: { type },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  swcrc: false,
})

/** The programs that swc makes of sources, by path. */
export const buildWithSwc = (
  sources: Readonly<Record<string, string>>,
  type: 'commonjs' | 'es6',
): Promise<[path: string, code: string][]> =>
  Promise.all(
    Object.entries(sources).map(
      async ([path, source]): Promise<[string, string]> => [
        `${basename(path, '.ts')}.js`,
        (await transform(source, { ...options(type), filename: path })).code,
      ],
    ),
  )
