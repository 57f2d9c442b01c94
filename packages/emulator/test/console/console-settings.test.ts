import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import { readConsoleToken, toConsoleToken } from '../../src/console/console-settings.ts'
import { toConsoleUrl } from '../../src/console/console-url.ts'

const random = (): string => 'random'

it.each([
  ['127.0.0.1', undefined, undefined],
  ['localhost', undefined, undefined],
  ['::1', undefined, undefined],
  ['127.0.0.1', 'chosen', 'chosen'],
  ['0.0.0.0', undefined, 'random'],
  ['::', undefined, 'random'],
  ['192.168.1.5', undefined, 'random'],
  ['192.168.1.5', 'chosen', 'chosen'],
])('on %s, with the option %s, the token is %s', (host, consoleToken, token) => {
  expect(toConsoleToken({ host, consoleToken }, random)).toBe(token)
})

it.each([
  ['127.0.0.1', undefined, 'http://127.0.0.1:6001/'],
  ['::1', undefined, 'http://[::1]:6001/'],
  ['192.168.1.5', 't', 'http://192.168.1.5:6001/#token=t'],
  ['0.0.0.0', 't', 'http://127.0.0.1:6001/#token=t'],
  ['::', 't', 'http://127.0.0.1:6001/#token=t'],
])('on %s with the token %s it is opened at %s', (host, token, url) => {
  expect(toConsoleUrl({ host, port: 6001 }, token)).toBe(url)
})

it.each(['', 'hush', 'hush'.repeat(51), 'hush hush hush hush', 'hush#hush#hush#hush', 1_234_567_890, null])(
  'the token %j is refused, and not shown',
  (token) => {
    expect(() => readConsoleToken(token)).toThrow(
      new TypeError(
        'Option consoleToken must be 16 to 200 of A-Z a-z 0-9 _ -; leave it out for a random one',
      ),
    )
  },
)

it('console must be true or false', async () => {
  await expect(startEmulator({ console: 'no' as never })).rejects.toThrow(
    new TypeError('Option console must be true or false, but it is "no"'),
  )
})

it('consoleUrl tells where to open it', async () => {
  await using plain = await startEmulator()
  await using locked = await startEmulator({ consoleToken: 'a-token-for-the-test' })

  expect(plain.consoleUrl()).toBe(`${plain.url}/`)
  expect(locked.consoleUrl()).toBe(`${locked.url}/#token=a-token-for-the-test`)
})
