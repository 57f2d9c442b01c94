import { expect, test } from 'vitest'
import { dashboardStage, ORIGIN } from './support.ts'

const ASKED = ['/pusher/query/channels', '/dashboard/webhooks']

test('whoever knows the password sees the state of all channels', async () => {
  const { ask, operator, person } = await dashboardStage()
  await (await person('Ana')).subscribe('presence-cache-lobby')
  const answer = await ask('/pusher/query/channels', { headers: await operator() })
  expect(await answer.json()).toEqual({ channels: { 'presence-cache-lobby': {} } })
})

test('nobody else sees anything', async () => {
  const { ask, signIn, person } = await dashboardStage()
  await person('Ana')
  const refused = await signIn('guessed')
  expect([refused.status, await refused.json()]).toEqual([401, { error: 'That is not the password.' }])
  for (const path of ASKED)
    for (const headers of [{}, { authorization: 'Bearer guessed' }, { authorization: 'Bearer ' }])
      expect((await ask(path, { headers })).status).toBe(403)
})

test('signing out ends the token, and the stream that is open', async () => {
  const { ask, operator } = await dashboardStage()
  const headers = await operator()
  const stream = await ask('/dashboard/webhooks', { headers })
  expect((await ask('/dashboard/session', { method: 'DELETE', headers })).status).toBe(204)
  expect(await stream.text()).toBe('\n')
  for (const path of ASKED) expect((await ask(path, { headers })).status).toBe(403)
})

test('a token that nobody used for a day is worth nothing', async () => {
  const HOUR = 3_600_000
  let now = 0
  const { ask, operator } = await dashboardStage({ now: () => now })
  const headers = await operator()
  const status = async () => (await ask('/pusher/query/channels', { headers })).status
  now += 23 * HOUR
  expect(await status()).toBe(200)
  now += 23 * HOUR
  expect(await status()).toBe(200)
  now += 24 * HOUR
  expect(await status()).toBe(403)
})

test('after five wrong passwords an address waits a minute, with the right one too', async () => {
  let now = 0
  const { signIn } = await dashboardStage({ now: () => now })
  for (let n = 0; n < 5; n++) expect((await signIn('guessed')).status).toBe(401)
  now += 15_000
  const refused = await signIn()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('45')
  expect(await refused.json()).toEqual({ error: 'Too many wrong passwords. Try again in 45 seconds.' })
  now += 45_000
  expect((await signIn()).status).toBe(201)
})

test('one other origin may ask, and needs to ask for it rarely', async () => {
  const { ask } = await dashboardStage()
  for (const path of ASKED) {
    const preflight = await ask(path, {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
    expect(preflight.headers.get('access-control-max-age')).toBe('7200')
    expect((await ask(path, { headers: { origin: ORIGIN } })).headers.get('vary')).toContain('Origin')
  }
})

test.each(['https://evil.example', `${ORIGIN}.evil.example`, 'null'])('%s may not', async (origin) => {
  const { ask, operator } = await dashboardStage()
  const headers = { ...(await operator()), origin }
  for (const method of ['OPTIONS', 'GET']) {
    const answer = await ask('/pusher/query/channels', { method, headers })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('without a dashboard in the settings there is none', async () => {
  const { ask, signIn } = await dashboardStage({ dashboard: undefined })
  expect((await signIn()).status).toBe(404)
  expect((await ask('/pusher/query/channels')).status).toBe(404)
})
