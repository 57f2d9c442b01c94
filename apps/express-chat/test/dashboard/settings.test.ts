import { expect, test } from 'vitest'
import { dashboardFromEnvironment } from '../../src/dashboard/settings.ts'

test('reads what is given', () => {
  const env = {
    DASHBOARD_PASSWORD: 'a good password',
    DASHBOARD_ORIGIN: 'https://dashboard.example.com',
    DASHBOARD_PAGES: 'dist',
  }
  expect(dashboardFromEnvironment(env)).toEqual({
    password: 'a good password',
    origin: 'https://dashboard.example.com',
    pages: 'dist',
  })
})

test('without a password there is a new one with each start', () => {
  const [one, other] = [dashboardFromEnvironment({}), dashboardFromEnvironment({ DASHBOARD_PASSWORD: '' })]
  expect(one.password).toMatch(/^[\w-]{16}$/)
  expect(other.password).not.toBe(one.password)
  expect(one.origin).toBeUndefined()
})

test('refuses a short password without showing it', () => {
  expect(() => dashboardFromEnvironment({ DASHBOARD_PASSWORD: 'hush' })).toThrow(
    'DASHBOARD_PASSWORD has 4 characters, but it has at least 8; leave it out for a random one',
  )
})

test.each(['*', 'null', 'https://dashboard.example.com/', 'dashboard.example.com'])(
  'refuses %s, which is no origin',
  (DASHBOARD_ORIGIN) => {
    expect(() => dashboardFromEnvironment({ DASHBOARD_ORIGIN })).toThrow(
      `DASHBOARD_ORIGIN is "${DASHBOARD_ORIGIN}", but an origin is scheme, host and port`,
    )
  },
)
