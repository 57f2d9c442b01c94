import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { PusherOptions } from '../../../src/config/pusher-options.ts'
import { withInstalledTransport } from '../../../src/transport/node/with-installed-transport.ts'

const options: PusherOptions = { appId: '1', key: 'k', secret: 's', cluster: 'eu' }

/** An application's folder, with packages in its `node_modules`. The real package is seen at work in tests/consumers. */
async function installed(packages: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pusherkit-installed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, code] of Object.entries(packages)) {
    const target = join(folder, 'node_modules', name)
    await mkdir(target, { recursive: true })
    await writeFile(join(target, 'index.js'), code)
  }
  return pathToFileURL(join(folder, 'adapter.js')).href
}

test('options stay what they are where the package is not installed', async () => {
  const from = await installed({ other: '' })
  expect(withInstalledTransport(options, from)).toBe(options)
})

test('where it is installed, it completes them', async () => {
  const from = await installed({
    '@pusherkit/undici': 'exports.withUndiciTransport = (options) => ({ ...options, timeout: 5 })',
  })
  expect(withInstalledTransport(options, from)).toEqual({ ...options, timeout: 5 })
})

test('a package that cannot be loaded is no secret', async () => {
  const from = await installed({ '@pusherkit/undici': 'throw new Error("needs a newer Node")' })
  expect(() => withInstalledTransport(options, from)).toThrow('needs a newer Node')
})

test('a bundle, which has no packages, keeps them', () => {
  expect(withInstalledTransport(options, undefined)).toBe(options)
})

test.each([undefined, null, 'key'])(
  'what is no object is left for the client to refuse: %j',
  async (wrong) => {
    const from = await installed({ '@pusherkit/undici': 'exports.withUndiciTransport = () => 1' })
    expect(withInstalledTransport(wrong as never, from)).toBe(wrong)
  },
)
