import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../src/cli/arguments.ts'

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
