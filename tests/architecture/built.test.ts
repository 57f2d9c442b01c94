import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { bundle } from '../runtimes/bundle.ts'
import { root } from './workspace.ts'

const node = promisify(execFile)
const run = async (...args: string[]): Promise<string> =>
  (
    await node(process.execPath, args, {
      cwd: `${root}tests/architecture`,
      env: { ...process.env, NODE_OPTIONS: '' },
    })
  ).stdout.trim()

// What people install is the build, so these run it, without the source condition.
describe('the built packages', () => {
  const print = 'console.log(new Pusher({ appId: "1", key: "k", secret: "s", cluster: "eu" }).key)'

  test('load as ES modules', async () => {
    expect(await run('--input-type=module', '-e', `import { Pusher } from '@pusherkit/core'; ${print}`)).toBe(
      'k',
    )
  })

  test('load by require()', async () => {
    expect(
      await run('--input-type=commonjs', '-e', `const { Pusher } = require('@pusherkit/core'); ${print}`),
    ).toBe('k')
    expect(await run('-p', `typeof require('@pusherkit/express').pusher`)).toBe('function')
    expect(await run('-p', `typeof require('@pusherkit/emulator').startEmulator`)).toBe('function')
  })

  test('core loads nothing but its own files until the first request, and then only node: modules', async () => {
    const script = `
      const { registerHooks } = require('node:module')
      const loaded = []
      registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
      const { Pusher } = require('@pusherkit/core')
      const before = loaded.length
      const pusher = new Pusher({ appId: '1', key: 'k', secret: 's', host: '127.0.0.1', port: 1, useTLS: false })
      pusher.channels().catch(() => {
        const foreign = loaded.filter((url) => !url.startsWith('node:') && !url.includes('/packages/core/dist/'))
        const early = loaded.slice(0, before).filter((url) => /^node:(https?|crypto)$/.test(url))
        console.log(JSON.stringify({ foreign, early }))
      })`
    expect(JSON.parse(await run('-e', script))).toEqual({ foreign: [], early: [] })
  })
})

// A bundler decides by these conditions which files of core it takes: one build serves every runtime.
describe('core, bundled', () => {
  const entry = `${root}packages/core/dist/index.js`

  test.each([
    ['Cloudflare Workers', ['workerd', 'worker', 'browser', 'default']],
    ['edge runtimes', ['edge-light', 'worker', 'default']],
    ['browsers', ['browser', 'module', 'default']],
    ['nothing in particular', ['default']],
  ])('for %s imports nothing, no node: module either', async (_target, conditions) => {
    const { code, imports } = await bundle(entry, conditions)
    expect(imports).toEqual([])
    expect(code).not.toMatch(/\b(?:from|import)\s*\(?\s*["']node:|\brequire\(/)
  })

  test('for Node has its crypto, which is faster, when it is needed: loading it takes time', async () => {
    const { code, imports } = await bundle(entry, ['node', 'default'])
    expect(/getBuiltinModule\(["']node:crypto["']\)/.test(code)).toBe(true)
    expect(imports).not.toContain('node:crypto')
  })

  test('of contract, for browsers, has no trace of signing or sending', async () => {
    const { code, imports } = await bundle(`${root}packages/core/dist/contract/index.js`, [
      'browser',
      'default',
    ])
    const program = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    expect(imports).toEqual([])
    expect(program).toContain('presence-')
    expect(program).not.toMatch(/hmac|sha256|md5|secret|signature|transport|fetch|node:/i)
  })
})
