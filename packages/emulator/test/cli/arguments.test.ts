import { describe, expect, it } from 'vitest'
import { type Command, parseArguments as parse } from '../../src/cli/arguments.ts'

const FILES: Readonly<Record<string, string>> = {
  'good.json': `{
    "host": "localhost", "port": 7000, "pongTimeout": 5,
    "apps": [{ "appId": "a", "key": "b", "secret": "c", "clientEvents": false, "webhooks": [{ "url": "http://one" }] }]
  }`,
  'empty.json': '{}',
  'list.json': '[]',
  'bad.json': '{"apps": [{"secret": "hush"} x]}',
  'comma.json': '{"secret": "hush",}',
  'token.json': '{"secret": hush}',
  'long.json': `{"a": "${'x'.repeat(50)}", "secret": "hush" hush ${'x'.repeat(50)}}`,
  'cut.json': '{"secret": "hush"',
  'unknown.json': '{"hots": "x"}',
  'port.json': '{"port": "6001"}',
  'flag.json':
    '{"apps": [{"appId": "a", "key": "b", "secret": "hush"}, {"appId": "b", "key": "c", "secret": "hush", "watchlists": 1}]}',
  'limit.json': '{"apps": [{"appId": "a", "key": "b", "secret": "hush", "limits": {"eventDataBytes": 1e9}}]}',
}

const parseArguments = (argv: readonly string[]): Command =>
  parse(argv, (path) => {
    const text = FILES[path]
    if (text !== undefined) return text
    throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' })
  })

describe('a good command line', () => {
  it.each([
    [[], { host: undefined, port: 6001, apps: undefined }],
    [['--host', '0.0.0.0', '--port', '0'], { host: '0.0.0.0', port: 0, apps: undefined }],
    [['--port=6002'], { host: undefined, port: 6002, apps: undefined }],
    [
      ['--app', 'a:b:c', '--app', '1:2:3:4'],
      {
        host: undefined,
        port: 6001,
        apps: [
          { appId: 'a', key: 'b', secret: 'c' },
          { appId: '1', key: '2', secret: '3:4' },
        ],
      },
    ],
  ])('%j', (argv, options) => {
    expect(parseArguments(argv)).toEqual({ kind: 'start', options })
  })

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
    [['--version', '--help'], 'help'],
  ])('%j', (argv, kind) => {
    expect(parseArguments(argv)).toEqual({ kind })
  })
})

describe('a bad command line', () => {
  it.each([
    [['--prot', '1'], "Unknown option '--prot'"],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--port', '--host'], "Option '--port' argument is ambiguous"],
    [['--port', 'x'], '--port must be a whole number from 0 to 65535, but it is "x"'],
    [['--port', '70000'], 'Option port must be a whole number from 0 to 65535, but it is 70000'],
    [['--host', ''], 'Option host must be a non-empty string, but it is ""'],
    [['--app', 'a:b'], '--app must be id:key:secret'],
    [['--app', 'a::c'], '--app must be id:key:secret'],
    [
      ['--app', 'a:b:c', '--app', 'a:d:e'],
      'Option apps[1].appId is the same as that of apps[0]; each app needs its own',
    ],
    [['a:b:secret'], 'Unexpected argument: everything is a flag, such as --port 6001'],
  ])('%j', (argv, message) => {
    expect(parseArguments(argv)).toEqual({ kind: 'invalid', message })
  })
})

describe('--config', () => {
  const APP = { appId: 'a', key: 'b', secret: 'c' }
  const FROM_FILE = { ...APP, clientEvents: false, webhooks: [{ url: 'http://one' }] }

  it.each([
    [[], { host: 'localhost', port: 7000, pongTimeout: 5, apps: [FROM_FILE] }],
    [['--host', '::1', '--port', '0'], { host: '::1', port: 0, pongTimeout: 5, apps: [FROM_FILE] }],
    [['--app', 'a:b:c'], { host: 'localhost', port: 7000, pongTimeout: 5, apps: [APP] }],
    [
      ['--webhook', 'http://two', '--webhook', 'https://three/x'],
      {
        host: 'localhost',
        port: 7000,
        pongTimeout: 5,
        apps: [
          {
            ...FROM_FILE,
            webhooks: [{ url: 'http://one' }, { url: 'http://two' }, { url: 'https://three/x' }],
          },
        ],
      },
    ],
  ])('and %j', (argv, options) => {
    expect(parseArguments(['--config', 'good.json', ...argv])).toEqual({ kind: 'start', options })
  })

  it('may leave everything out', () => {
    expect(parseArguments(['--config', 'empty.json'])).toEqual({ kind: 'start', options: { port: 6001 } })
  })

  it.each([
    ['nope.json', '--config nope.json cannot be read: ENOENT: no such file or directory'],
    ['list.json', '--config list.json must hold a JSON object of options, such as {"port": 6001}'],
    [
      'bad.json',
      /^--config bad\.json is no JSON: Expected ',' or '\]' after array element in JSON at position 29/,
    ],
    [
      'comma.json',
      /^--config comma\.json is no JSON: Expected double-quoted property name in JSON at position 18/,
    ],
    [
      'cut.json',
      /^--config cut\.json is no JSON: Expected ',' or '}' after property value in JSON at position 17/,
    ],
    ['token.json', "--config token.json is no JSON: Unexpected token 'h'"],
    ['long.json', /^--config long\.json is no JSON: Expected ',' or '}' after property value in JSON at /],
    [
      'unknown.json',
      '--config unknown.json: Unknown option hots; the options are host, port, apps, activityTimeout, pongTimeout, onWebhook, clock, journalLimit, console, consoleToken',
    ],
    ['port.json', '--config port.json: Option port must be a whole number from 0 to 65535, but it is "6001"'],
    ['flag.json', '--config flag.json: Option apps[1].watchlists must be true or false, but it is 1'],
    [
      'limit.json',
      '--config limit.json: Option apps[0].limits.eventDataBytes must be a whole number from 1 to 524288, but it is 1000000000',
    ],
  ])('%s is refused', (file, message) => {
    const command = parseArguments(['--config', file])

    expect(command).toEqual({
      kind: 'invalid',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
    expect(JSON.stringify(command)).not.toContain('hush')
  })
})

describe('the console', () => {
  it('may have a token', () => {
    expect(parseArguments(['--console-token', 'a-token-for-the-test'])).toEqual({
      kind: 'start',
      options: { port: 6001, consoleToken: 'a-token-for-the-test' },
    })
  })

  it('may be switched off', () => {
    expect(parseArguments(['--no-console'])).toEqual({
      kind: 'start',
      options: { port: 6001, console: false },
    })
  })

  it('has no token that could be guessed, and does not show it', () => {
    expect(parseArguments(['--console-token', 'hush'])).toEqual({
      kind: 'invalid',
      message: 'Option consoleToken must be 16 to 200 of A-Z a-z 0-9 _ -; leave it out for a random one',
    })
  })
})

describe('--webhook', () => {
  it('goes to every app', () => {
    expect(parseArguments(['--webhook', 'http://x', '--app', 'a:b:c', '--app', 'd:e:f'])).toEqual({
      kind: 'start',
      options: {
        port: 6001,
        apps: [
          { appId: 'a', key: 'b', secret: 'c', webhooks: [{ url: 'http://x' }] },
          { appId: 'd', key: 'e', secret: 'f', webhooks: [{ url: 'http://x' }] },
        ],
      },
    })
  })

  it('goes to the app that is there without --app', () => {
    expect(parseArguments(['--webhook', 'http://x'])).toMatchObject({
      options: { apps: [{ appId: 'app-id', webhooks: [{ url: 'http://x' }] }] },
    })
  })

  it('is not shown when it is wrong', () => {
    expect(parseArguments(['--webhook', 'http://x', '--webhook', 'ftp://hush'])).toEqual({
      kind: 'invalid',
      message: 'Option --webhook[1].url must be a URL that starts with http:// or https://',
    })
  })
})
