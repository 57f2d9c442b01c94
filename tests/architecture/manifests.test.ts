import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, test } from 'vitest'
import { folders, manifest, root } from './workspace.ts'

describe.each(folders('packages'))('the manifest of %s', (name) => {
  const json = manifest(`packages/${name}`)

  test('says what people look for on the registry', () => {
    expect(json).toMatchObject({
      name: `@pusherkit/${name}`,
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=22.12' },
      files: ['dist', 'src'],
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
      expect(Object.keys(target)).toEqual(['@pusherkit/source', 'types', 'default'])
    }
  })
})
