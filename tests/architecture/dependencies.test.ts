import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { files, folders, importsOf, manifest } from './workspace.ts'

/** What each package may import besides its own files and `node:` modules. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: ['#digest', '#transport'],
  encryption: ['@pusherkit/core', '@pusherkit/core/signing', '@noble/ciphers/salsa.js'],
  express: ['@pusherkit/core', '@pusherkit/core/handlers', '@pusherkit/core/transport', 'express'],
  undici: ['@pusherkit/core', '@pusherkit/core/transport', 'undici'],
  nestjs: [
    '@pusherkit/core',
    '@pusherkit/core/handlers',
    '@pusherkit/core/transport',
    '@nestjs/common',
    '@nestjs/core',
    '@nestjs/event-emitter',
    '@nestjs/terminus',
    'rxjs',
  ],
  query: ['@pusherkit/core/contract', '@pusherkit/core/signing', 'ky'],
  emulator: ['@pusherkit/core/contract', '@pusherkit/core/signing', 'ws'],
}
/** The only files of core that may know Node. */
const NODE_ONLY =
  /^packages\/core\/src\/(?:digest\/(?:node|native-hmac)\.ts|transport\/node\.ts|transport\/node\/)/

describe('who imports whom', () => {
  test('every package has a rule', () => {
    expect(Object.keys(ALLOWED).sort()).toEqual(folders('packages').sort())
  })

  test.each(Object.entries(ALLOWED))('%s imports only what it may', (name, allowed) => {
    const foreign = files(`packages/${name}/src`, '.ts').flatMap((path) =>
      importsOf(path)
        .filter((specifier) => !specifier.startsWith('.') && !allowed.includes(specifier))
        .filter((specifier) => !(specifier.startsWith('node:') && (name !== 'core' || NODE_ONLY.test(path))))
        .map((specifier) => `${path} → ${specifier}`),
    )
    expect(foreign).toEqual([])
  })

  test('contract imports nothing from outside its folder', () => {
    const outside = files('packages/core/src/contract', '.ts').flatMap((path) =>
      importsOf(path)
        .filter((specifier) => !specifier.startsWith('./'))
        .map((specifier) => `${path} → ${specifier}`),
    )
    expect(outside).toEqual([])
  })

  test('what a browser gets of query knows no signing and no Node', () => {
    const forbidden = files('packages/query/src', '.ts')
      .filter((path) => !path.startsWith('packages/query/src/signed/'))
      .flatMap((path) =>
        importsOf(path)
          .filter((specifier) => /^node:|^@pusherkit\/core(?!\/contract$)|\/signed\//.test(specifier))
          .map((specifier) => `${path} → ${specifier}`),
      )
    expect(forbidden).toEqual([])
  })

  test('no file of a package reaches out of its src', () => {
    const reaching = folders('packages').flatMap((name) =>
      files(`packages/${name}/src`, '.ts').flatMap((path) =>
        importsOf(path)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => posix.join(posix.dirname(path), specifier))
          .filter((target) => !target.startsWith(`packages/${name}/src/`)),
      ),
    )
    expect(reaching).toEqual([])
  })

  test('core has no dependencies of any kind that a user would install', () => {
    const { dependencies, peerDependencies, optionalDependencies } = manifest('packages/core')
    expect([dependencies, peerDependencies, optionalDependencies]).toEqual([undefined, undefined, undefined])
  })

  test('no package depends on an app', () => {
    for (const name of folders('packages')) {
      expect(JSON.stringify(manifest(`packages/${name}`))).not.toContain('@pusherkit/app-')
    }
  })
})
