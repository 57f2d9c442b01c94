import { parseArgs } from 'node:util'
import type { AppCredentials, AppOptions, EmulatorOptions } from '../options/emulator-options.ts'
import { DEFAULT_APPS, readSettings } from '../options/settings.ts'
import { readWebhooks } from '../webhooks/webhook-settings.ts'
import { type ReadFile, readConfigFile } from './config-file.ts'

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'start'; readonly options: EmulatorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'invalid'; readonly message: string }

/** Where clients and guides look for a local Channels server. */
const DEFAULT_PORT = 6001

const FLAGS = {
  config: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  app: { type: 'string', multiple: true },
  webhook: { type: 'string', multiple: true },
  'no-console': { type: 'boolean' },
  'console-token': { type: 'string' },
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

/** Sends the events of every app there as well. */
function addWebhooks(apps: readonly AppOptions[], urls: readonly string[]): readonly AppOptions[] {
  const webhooks = urls.map((url) => ({ url }))
  readWebhooks(webhooks, '--webhook')
  return apps.map((app) => ({ ...app, webhooks: [...(app.webhooks ?? []), ...webhooks] }))
}

function read(argv: readonly string[], readFile: ReadFile): Command {
  const { values, positionals } = parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true })
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  // Not left to parseArgs, which would print the stray argument: it may be an id:key:secret without its --app.
  if (positionals.length > 0)
    throw new TypeError('Unexpected argument: everything is a flag, such as --port 6001')
  const file: EmulatorOptions = values.config === undefined ? {} : readConfigFile(values.config, readFile)
  const apps = values.app?.map(readApp) ?? file.apps
  const options = {
    ...file,
    host: values.host ?? file.host,
    port: values.port === undefined ? (file.port ?? DEFAULT_PORT) : readPort(values.port),
    apps: values.webhook ? addWebhooks(apps ?? DEFAULT_APPS, values.webhook) : apps,
    console: values['no-console'] ? false : file.console,
    consoleToken: values['console-token'] ?? file.consoleToken,
  }
  readSettings(options)
  return { kind: 'start', options }
}

/** Node's own messages go on with advice over several sentences and lines. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [first = ''] = 'code' in error ? error.message.split(/\. |\.?\n/) : [error.message]
  return first
}

/**
 * Reads the command line. Never throws: a mistake is a command of its own, with one line to print.
 *
 * @param argv The arguments after the script's name.
 * @param readFile Reads what `--config` names.
 */
export function parseArguments(argv: readonly string[], readFile: ReadFile): Command {
  try {
    return read(argv, readFile)
  } catch (error) {
    return { kind: 'invalid', message: explain(error) }
  }
}
