import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { application } from './nest/application.ts'
import { buildWithSwc } from './nest/build-with-swc.ts'
import { createProject, type Project } from './project.ts'

const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', import.meta.url))
// What `nest new` installs: none of the optional peers.
const NEST = ['@nestjs/common', '@nestjs/core', '@nestjs/platform-express', 'reflect-metadata', 'rxjs']
/** As `nest new` writes it, without what TypeScript 7 no longer knows: `baseUrl`. */
const tsconfig = {
  compilerOptions: {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    resolvePackageJsonExports: true,
    esModuleInterop: true,
    isolatedModules: true,
    declaration: true,
    removeComments: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    allowSyntheticDefaultImports: true,
    target: 'ES2023',
    sourceMap: true,
    rootDir: '.',
    outDir: './dist',
    incremental: true,
    skipLibCheck: true,
    strict: true,
    strictPropertyInitialization: false,
    types: ['node'],
  },
}

describe.each([
  ['Nest 11 in CommonJS', 'tests/nest11', 'commonjs', 'commonjs'],
  ['Nest 12 in ES modules', 'packages/nestjs', 'module', 'es6'],
] as const)('%s', (_name, from, type, swcModule) => {
  let project: Project
  beforeAll(async () => {
    project = await createProject(['core', 'nestjs', 'emulator'], {
      [from]: NEST,
      'tests/consumers': ['ws', '@types/node'],
    })
    await project.write('package.json', JSON.stringify({ type }))
    await project.write('tsconfig.json', JSON.stringify(tsconfig))
    for (const [path, text] of Object.entries(application)) await project.write(path, text)
  }, 60_000)
  afterAll(() => project?.remove())

  const works = [
    '200 {}',
    '201 {"by":"ada 1.2"}',
    'chat message {"text":"hello"}',
    'private-chat 200',
    'private-other 403',
  ]

  test('an application is built by tsc and works', async () => {
    expect(await project.node(tsc, '-p', '.').catch(({ stdout }) => stdout)).toBe('')
    expect((await project.node('dist/src/main.js')).split('\n')).toEqual(works)
  })

  test('an application is built by swc and works', async () => {
    for (const [path, code] of await buildWithSwc(application, swcModule)) {
      await project.write(`swc/${path}`, code)
    }
    expect((await project.node('swc/main.js')).split('\n')).toEqual(works)
  })
})
