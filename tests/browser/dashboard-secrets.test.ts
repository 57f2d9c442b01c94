import type { BrowserContext, Request } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { noChromium } from './chromium.ts'
import { setDashboardStage, signIn } from './dashboard-stage.ts'

/** Everything that goes over the network, in both directions, with all headers. */
function logOf(context: BrowserContext): () => Promise<string> {
  const seen: Promise<string>[] = []
  const note = async (request: Request): Promise<string> => {
    const answer = await request.response()
    // A stream has no end, and so no body here; what it says is on the page.
    const isStream = request.url().endsWith('/dashboard/webhooks')
    const body = answer && !isStream ? await answer.text().catch(() => '') : ''
    const headers = [await request.allHeaders(), answer ? await answer.allHeaders() : {}]
    return [request.method(), request.url(), request.postData() ?? '', JSON.stringify(headers), body].join(
      '\n',
    )
  }
  context.on('request', (request) => seen.push(note(request).catch(() => request.url())))
  return async () => (await Promise.all(seen)).join('\n\n')
}

const STORED = `JSON.stringify({
  session: { ...sessionStorage }, local: { ...localStorage }, cookies: document.cookie, name: window.name,
  history: history.state, address: location.href,
})`

describe.skipIf(noChromium).each([
  ['the same origin', { otherOrigin: false }],
  ['another origin', { otherOrigin: true }],
])('the dashboard, served from %s', (_name, options) => {
  const stage = setDashboardStage(options)

  test('sees channels, members and webhooks, and nowhere the secret or a signature', async () => {
    const { key, secret, appId } = stage.chat.emulator.serverOptions()
    await stage.client({ id: 'ana' }).subscribe('presence-den')
    let log = async () => ''
    const page = await stage.visit({}, (context) => {
      log = logOf(context)
    })
    await signIn(page)
    await page.getByText('joined presence-den').waitFor()
    await page.getByRole('link', { name: 'presence-den' }).click()
    await page.locator('#member-list').getByText('ana', { exact: true }).waitFor()
    await page.context().setOffline(true)
    await page.getByText(/Offline since/).waitFor()
    await page.context().setOffline(false)
    await page.getByRole('status').getByText('live').waitFor()

    const seen = await log()
    const stored = `${await page.evaluate(STORED)} ${await page.content()}`
    expect(seen).toContain('/pusher/query/channels/presence-den/users')
    expect(seen).toMatch(/"authorization":"Bearer [\w-]{43}"/)
    expect(stored).toMatch(/"dashboard-token":"[\w-]{43}"/)
    for (const text of [seen, stored]) {
      expect(text).not.toContain(secret)
      // What a signed request to the HTTP API is made of, and what a client is authorized by.
      expect(text).not.toMatch(/auth_signature|auth_timestamp|auth_key|body_md5|\/apps\//)
      expect(text).not.toMatch(new RegExp(`${key}:[0-9a-f]{64}`))
      expect(text).not.toContain(appId)
    }
  })

  test('keeps no cookie', async () => {
    const page = await stage.watch()
    expect(await page.context().cookies()).toEqual([])
  })
})

describe.skipIf(noChromium)('an origin that is not configured', () => {
  const stage = setDashboardStage()

  test('cannot ask, nor sign in', async () => {
    const page = await stage.visit()
    const asked = (path: string, method: string) =>
      page.evaluate(
        `fetch('${stage.chat.url}${path}', { method: '${method}', headers: { authorization: 'Bearer x' } }).then(() => 'read', () => 'blocked')`,
      )
    expect(await asked('/pusher/query/channels', 'GET')).toBe('read')
    // Any page of another origin: this one has no Content-Security-Policy that would stop it by itself.
    await page.goto(`${stage.chat.emulator.url}/apps/x`)
    expect(await asked('/pusher/query/channels', 'GET')).toBe('blocked')
    expect(await asked('/dashboard/session', 'POST')).toBe('blocked')
  })
})
