import { startEmulator } from '@pusherkit/emulator'
import { describe, expect, test } from 'vitest'
import { expectedFailures } from './expected-failures.ts'
import { runSuite } from './suite/run-suite.ts'

// The tests that the official library ships, run by mocha against our client (see suite/register.ts). Each is a test
// here, so they run before this file says which tests it has.

const integration = await runSuite({
  files: 'integration/**/*.js',
  preload: ['./register.ts', './nock.ts'],
})

// These are for a real account; the emulator has one.
await using emulator = await startEmulator({ apps: [{ appId: '7', key: 'app-key', secret: 'app-secret' }] })
const remote = await runSuite({
  files: 'remote/**/*.js',
  preload: ['./register.ts', './proxy-port.ts'],
  env: { PUSHER_URL: `http://app-key:app-secret@127.0.0.1:${emulator.port}/apps/7` },
})

const outcomes = [...integration, ...remote]
const expectedFailure = (title: string) => expectedFailures.find((listed) => listed.test === title)

test('the suite is that of pusher 5.3.4', () => {
  expect([integration.length, remote.length]).toEqual([129, 7])
  expect(new Set(outcomes.map(({ title }) => title)).size).toBe(136)
})

test('the list of failures names tests that exist, each once', () => {
  const listed = expectedFailures.map((failure) => failure.test)
  expect(new Set(listed).size).toBe(listed.length)
  const titles = outcomes.map(({ title }) => title)
  expect(listed.filter((title) => !titles.includes(title))).toEqual([])
})

describe('passes', () => {
  for (const { title, failure } of outcomes.filter(({ title }) => !expectedFailure(title))) {
    test(title, () => expect(failure).toBeUndefined())
  }
})

describe('differs as listed', () => {
  for (const { title, failure } of outcomes) {
    const expected = expectedFailure(title)
    if (expected) test(title, () => expect(failure).toContain(expected.failure))
  }
})
