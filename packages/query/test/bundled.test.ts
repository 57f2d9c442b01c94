import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bundle } from './bundle.ts'

const entry = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url))

describe('what a browser loads', () => {
  test('imports nothing but ky, and has at most 5 kB besides it', async () => {
    const { code, imports } = await bundle(entry('index.ts'), { external: [/^ky$/] })
    expect(imports).toEqual(['ky'])
    expect(code).toContain('presence-')
    expect(gzipSync(code).length).toBeLessThanOrEqual(5_000)
  })

  test('has no trace of signing, and reads no secret, also with ky in it', async () => {
    const { code, imports } = await bundle(entry('index.ts'), { external: [] })
    expect(imports).toEqual([])
    expect(code).not.toMatch(/auth_|createHmac|hmac|sha-?256|md5|\.secret\b|node:|\bsubtle\b/i)
  })

  test('of the signed client is the reason why there is none', async () => {
    const { code, imports } = await bundle(entry('../test/signed/browser-program.ts'), { external: [] })
    expect(imports).toEqual([])
    expect(code).not.toMatch(/auth_|hmac|sha-?256|md5/i)
    await expect(import(`data:text/javascript,${encodeURIComponent(code)}`)).rejects.toThrow(
      '@pusherkit/query/signed needs the app’s secret',
    )
  })
})
