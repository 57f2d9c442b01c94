import { parseArgs } from 'node:util'
import type { AppCredentials, EmulatorOptions } from '../options/emulator-options.ts'
import { readSettings } from '../options/settings.ts'

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'start'; readonly options: EmulatorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'invalid'; readonly message: string }

/** Where clients and guides look for a local Channels server. */
const DEFAULT_PORT = '6001'

const FLAGS = {
  host: { type: 'string' },
  port: { type: 'string' },
  app: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

function readPort(port: string): number {
  if (/^\d{1,5}$/.test(port)) return Number(port)
  throw new TypeError(`--port must be a whole number from 0 to 65535, but it is ${JSON.stringify(port)}`)
}

/** A secret may contain colons; an id and a key may not. The message leaves the value out: it holds a secret. */
function readApp(app: string): AppCredentials {
  const [, appId, key, secret] = /^([^:]+):([^:]+):(.+)$/.exec(app) ?? []
  if (appId && key && secret) return { appId, key, secret }
  throw new TypeError('--app must be id:key:secret')
}

function read(argv: readonly string[]): Command {
  const { values, positionals } = parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true })
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  // Not left to parseArgs, which would print the stray argument: it may be an id:key:secret without its --app.
  if (positionals.length > 0)
    throw new TypeError('Unexpected argument: everything is a flag, such as --port 6001')
  const options = {
    host: values.host,
    port: readPort(values.port ?? DEFAULT_PORT),
    apps: values.app?.map(readApp),
  }
  readSettings(options)
  return { kind: 'start', options }
}

/**
 * Reads the command line. Never throws: a mistake is a command of its own, with one line to print.
 *
 * @param argv The arguments after the script's name.
 */
export function parseArguments(argv: readonly string[]): Command {
  try {
    return read(argv)
  } catch (error) {
    // Node's own messages go on with advice over several sentences and lines.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\.?\n/)
    return { kind: 'invalid', message }
  }
}
