import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildPage } from '../build-page.ts'

let files: Map<string, string>
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-'))
  await buildPage(folder, { server: 'https://chat.example.com', fromSource: true })
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /\.\w+$/.test(path))
  files = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  )
  await rm(folder, { recursive: true })
  return undefined
}, 60_000)
const text = (ending: string): string =>
  [...files]
    .filter(([path]) => path.endsWith(ending))
    .map(([, content]) => content)
    .join('\n')

test('the page may load its own files and ask its server, and nothing else', () => {
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(text('.html')) ?? []
  expect(policy).toContain('connect-src &#39;self&#39; https://chat.example.com;')
  expect(policy).not.toContain('unsafe')
  expect(text('.html')).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
})

test('its program can neither sign nor hold a secret', () => {
  expect(text('.js')).toContain('/pusher/query')
  expect(text('.js')).not.toMatch(/auth_signature|auth_key|body_md5|hmac|sha-?256|createSignedQueryClient\(/i)
})

test('is small', () => {
  expect(text('.js').length).toBeLessThan(120_000)
})

test('refuses a server that is no origin', async () => {
  await expect(buildPage('unused', { server: 'https://chat.example.com/' })).rejects.toThrow(
    'The server of the dashboard is "https://chat.example.com/", but an origin is scheme, host and port',
  )
})
