import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'

const BROWSER = { headers: { accept: 'text/html,application/xhtml+xml' } }

it('a browser that opens the address gets the page, which may load nothing from elsewhere', async () => {
  await using emulator = await startEmulator()
  const response = await fetch(emulator.url, BROWSER)

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toMatch(/unsafe|http|\*/)
  expect(await response.text()).not.toMatch(/(?:src|href)="(?!console\/)/)
})

it('every file that the page names is there', async () => {
  await using emulator = await startEmulator()
  const html = await (await fetch(emulator.url, BROWSER)).text()
  const paths = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path)
  const answers = await Promise.all(
    paths.map(async (path) => {
      const response = await fetch(`${emulator.url}/${path}`)
      await response.text()
      return [path, response.status, response.headers.get('x-content-type-options')]
    }),
  )

  expect(paths).toHaveLength(8)
  expect(answers).toEqual(paths.map((path) => [path, 200, 'nosniff']))
})

it.each([
  '/console/',
  '/console/nothing.js',
  '/console/..%2Fpackage.json',
  '/console/package.json',
  '/console/../package.json',
])('%s is not there', async (path) => {
  await using emulator = await startEmulator()
  const response = await fetch(emulator.url + path)

  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('pusherkit/emulator')
})

it('console: false leaves a sentence at the address', async () => {
  await using emulator = await startEmulator({ console: false })
  const response = await fetch(emulator.url, BROWSER)

  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect((await fetch(`${emulator.url}/console/main.js`)).status).toBe(404)
})
