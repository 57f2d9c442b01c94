import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, it } from 'vitest'
import { call, refused } from '../support/api.ts'

const TWO_APPS = [
  { appId: 'app-id', key: 'app-key', secret: 'app-secret' },
  { appId: 'other', key: 'other-key', secret: 'other-secret' },
]

describe('authentication', () => {
  it('refuses a request without a signature', async () => {
    await using emulator = await startEmulator()
    const response = await fetch(`${emulator.url}/apps/app-id/channels`)

    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toBe('Missing parameter: auth_key')
  })

  it('refuses an unknown key', async () => {
    await using emulator = await startEmulator()

    expect(await call(emulator, { method: 'GET', path: '/apps/app-id/channels', key: 'nope' })).toEqual(
      refused(401, 'Unknown auth_key'),
    )
  })

  it("refuses another app's key, rightly signed", async () => {
    await using emulator = await startEmulator({ apps: TWO_APPS })
    const credentials = { key: 'other-key', secret: 'other-secret' }

    expect(await call(emulator, { method: 'GET', path: '/apps/app-id/channels', ...credentials })).toEqual(
      refused(401, 'Unknown auth_key'),
    )
    expect(
      (await call(emulator, { method: 'GET', path: '/apps/other/channels', ...credentials })).status,
    ).toBe(200)
  })

  it('refuses a signature made with another secret', async () => {
    await using emulator = await startEmulator()
    const reply = await call(emulator, { method: 'GET', path: '/apps/app-id/channels', secret: 'wrong' })

    expect(reply.status).toBe(401)
    expect(reply.body).toMatch(
      /^Invalid signature: you should have sent HmacSHA256Hex\("GET\\n\/apps\/app-id\/channels\\n/,
    )
    expect(reply.body).not.toContain('app-secret')
  })

  it('refuses a timestamp 600 s off', async () => {
    await using emulator = await startEmulator()
    const reply = await call(emulator, { method: 'GET', path: '/apps/app-id/channels', now: 1_000_000 })

    expect(reply.status).toBe(401)
    expect(reply.body).toMatch(/^Timestamp expired: Given timestamp \(1970-01-01T00:16:40Z\) not within 600s/)
  })

  it('signs the path as it was sent, not as it is decoded', async () => {
    await using emulator = await startEmulator()

    expect((await call(emulator, { method: 'GET', path: '/apps/app%2Did/channels' })).status).toBe(200)
  })

  it('comes before everything that the request says', async () => {
    await using emulator = await startEmulator()
    const reply = await call(emulator, {
      method: 'POST',
      path: '/apps/app-id/events',
      body: 'not json',
      query: { extra: '1' },
      secret: 'wrong',
    })

    expect(reply.status).toBe(401)
  })
})

describe('what does not exist', () => {
  it.each([
    ['GET', '/apps/nope/channels', 'App not found: no app has the id "nope"'],
    ['GET', '/apps', 'Not found: GET "/apps"'],
    ['GET', '/apps/app-id', 'Not found: GET "/apps/app-id"'],
    ['GET', '/apps/app-id/channels/', 'Not found: GET "/apps/app-id/channels/"'],
    ['GET', '/apps/app-id/events', 'Not found: GET "/apps/app-id/events"'],
    ['POST', '/apps/app-id/channels', 'Not found: POST "/apps/app-id/channels"'],
    ['GET', '/app/app-key', 'Not found: GET "/app/app-key"'],
  ] as const)('%s %s is 404', async (method, path, message) => {
    await using emulator = await startEmulator()

    expect(await call(emulator, { method, path })).toEqual(refused(404, message))
  })
})

it.each(['', 'not json', '[]', 'null', '"text"'])('the body %j is refused', async (body) => {
  await using emulator = await startEmulator()

  expect(await call(emulator, { method: 'POST', path: '/apps/app-id/events', body })).toEqual(
    refused(400, 'The body is not a valid JSON object'),
  )
})
