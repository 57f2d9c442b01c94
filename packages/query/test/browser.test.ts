import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, noChromium } from '../../../tests/browser/chromium.ts'
import { bundle } from './bundle.ts'
import { QueryServer, TestServer } from './support.ts'

/** What the page does: it watches one channel for some polls, and tells the snapshots. */
const PROGRAM = `
  import { createQueryClient } from '/query.js'
  globalThis.poll = async (baseUrl, polls) => {
    const snapshots = []
    for await (const snapshot of createQueryClient({ baseUrl }).watch.channel('news', { every: 1, all: true })) {
      if (snapshots.push(snapshot) === polls) return snapshots
    }
  }`

describe.skipIf(noChromium)('in Chromium', () => {
  let server: QueryServer
  let browser: Awaited<ReturnType<typeof launchChromium>>
  beforeAll(async () => {
    const program = fileURLToPath(new URL('../src/index.ts', import.meta.url))
    const launched = launchChromium().then((chromium) => {
      browser = chromium
    })
    const [{ code }] = await Promise.all([bundle(program, { external: [] }), launched])
    const files = new Map([
      ['/', ['text/html', `<!doctype html><script type="module">${PROGRAM}</script>`]],
      ['/query.js', ['text/javascript', code]],
    ])
    server = await QueryServer.start()
    const route = server.http.answer
    server.http.answer = async (request) => {
      const [type = '', text] = files.get(new URL(request.url).pathname) ?? []
      if (text !== undefined) return new Response(text, { headers: { 'content-type': type } })
      const answer = await route(request)
      // CORS as it often is: every header may be read, none of the page's own may be sent.
      answer.headers.set('access-control-allow-origin', '*')
      answer.headers.set('access-control-expose-headers', '*')
      return answer
    }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  })

  const poll = async (origin: string, baseUrl: string, polls: number): Promise<unknown> => {
    const page = await browser.newPage()
    await page.goto(origin)
    await page.waitForFunction('globalThis.poll')
    server.http.exchanges.length = 0
    const snapshots = await page.evaluate(`poll(${JSON.stringify(baseUrl)}, ${polls})`)
    await page.close()
    return snapshots
  }
  const polls = () =>
    server.http.exchanges
      .filter(({ url }) => url.startsWith('/pusher/query'))
      .map(({ method, status, size }) => [method, status, size])

  test('baseUrl is relative to the page, and a poll that tells nothing new has no body', async () => {
    expect(await poll(server.http.origin, '/pusher/query', 3)).toEqual([
      { occupied: false },
      { occupied: false },
      { occupied: false },
    ])
    expect(polls()).toEqual([
      ['GET', 200, 18],
      ['GET', 304, 0],
      ['GET', 304, 0],
    ])
  })

  test('of another origin neither, and there is no preflight: the browser’s cache asks with the tag', async () => {
    await using page = await TestServer.start(server.http.answer)
    expect(await poll(page.origin, server.baseUrl, 3)).toHaveLength(3)
    expect(polls()).toEqual([
      ['GET', 200, 18],
      ['GET', 304, 0],
      ['GET', 304, 0],
    ])
  })
})
