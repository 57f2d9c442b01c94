import { describe, expect, it } from 'vitest'
import { refusal } from '../../src/console/refusal.ts'

describe('without a token', () => {
  it.each([
    [{ host: '127.0.0.1:6001' }],
    [{ host: 'localhost:6001' }],
    [{ host: 'my-app.localhost' }],
    [{ host: '[::1]:6001' }],
    [{ host: '127.0.0.1:6001', origin: 'http://127.0.0.1:6001' }],
    [{ host: 'LocalHost:6001', origin: 'http://localhost:6001' }],
    [{ host: 'localhost', origin: 'http://localhost' }],
  ])('%j may', (headers) => {
    expect(refusal(headers, false)).toBeUndefined()
  })

  it.each([
    [{}, 'Refused: the request has no Host header'],
    [
      { host: 'rebound.example:6001', origin: 'http://rebound.example:6001' },
      'Refused: "rebound.example" is no loopback name; open the console at 127.0.0.1, or set a console token',
    ],
    [{ host: '127.0.0.1.example' }, /^Refused: "127\.0\.0\.1\.example" is no loopback name/],
    [{ host: 'localhost.example' }, /^Refused: "localhost\.example" is no loopback name/],
    [{ host: '192.168.1.5:6001' }, /^Refused: "192\.168\.1\.5" is no loopback name/],
    [
      { host: '127.0.0.1:6001', origin: 'https://website.example' },
      'Refused: a page of "https://website.example" must not read the console of "127.0.0.1:6001"',
    ],
    [{ host: '127.0.0.1:6001', origin: 'http://127.0.0.1:3000' }, /^Refused: a page of/],
    [{ host: '127.0.0.1:6001', origin: 'http://localhost:6001' }, /^Refused: a page of/],
    [{ host: '127.0.0.1:6001', origin: 'null' }, /^Refused: a page of "null"/],
    [{ host: '127.0.0.1:6001', origin: '' }, /^Refused: a page of ""/],
  ])('%j must not', (headers, reason) => {
    expect(refusal(headers, false)).toEqual(
      typeof reason === 'string' ? reason : expect.stringMatching(reason),
    )
  })
})

describe('with a token', () => {
  it('any host may: no stranger knows the token', () => {
    expect(refusal({ host: '192.168.1.5:6001', origin: 'http://192.168.1.5:6001' }, true)).toBeUndefined()
    expect(refusal({ host: 'emulator:6001' }, true)).toBeUndefined()
  })

  it("another website's page must not all the same", () => {
    expect(refusal({ host: 'emulator:6001', origin: 'http://website.example' }, true)).toMatch(
      /^Refused: a page/,
    )
  })
})
