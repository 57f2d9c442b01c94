import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, test } from 'vitest'
import { folders, manifest, root } from './workspace.ts'

/** What needs more than the others: undici 8 runs on Node 22.19 and newer. */
const NODE: Readonly<Record<string, string>> = { undici: '>=22.19' }

/** Entries that are not the same everywhere. Bundlers for workers set `browser` as well, so their names come first. */
const BY_RUNTIME: Readonly<Record<string, readonly string[]>> = {
  'query/./signed': ['workerd', 'edge-light', 'browser'],
}

describe.each(folders('packages'))('the manifest of %s', (name) => {
  const json = manifest(`packages/${name}`)

  test('says what people look for on the registry', () => {
    expect(json).toMatchObject({
      name: `@pusherkit/${name}`,
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: NODE[name] ?? '>=22.12' },
      files: expect.arrayContaining(['dist', 'src']),
      repository: { type: 'git', directory: `packages/${name}` },
      description: expect.stringMatching(/\.$/),
    })
    expect(json.keywords.length).toBeGreaterThanOrEqual(5)
    expect(json.private).toBeUndefined()
  })

  test('is fit to publish, in the eyes of publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: `${root}packages/${name}`, strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  test('points every entry at types and at a default', () => {
    for (const [entry, target] of Object.entries<Record<string, string>>(json.exports)) {
      if (entry === './package.json') continue
      const conditions = Object.keys(target)
      // Whoever has the source takes it, types come before what runs, and nobody is left without an answer.
      expect(conditions.slice(0, 2)).toEqual(['@pusherkit/source', 'types'])
      expect(conditions.at(-1)).toBe('default')
      expect(conditions.slice(2, -1)).toEqual(BY_RUNTIME[`${name}/${entry}`] ?? [])
    }
  })
})
