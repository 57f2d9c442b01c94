#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { parseArguments } from './cli/arguments.ts'
import { describeFailure } from './cli/describe-failure.ts'
import { HELP } from './cli/help.ts'
import { startEmulator } from './emulator.ts'
import type { EmulatorOptions } from './options/emulator-options.ts'
import type { WebhookDelivery } from './webhooks/delivery.ts'

/** The package.json is one folder up from `src` as well as from `dist`. */
const readVersion = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

/** Ends the process with one line on stderr. 1: it could not start. 2: the command line is wrong. */
function fail(message: string, exitCode: 1 | 2): void {
  process.stderr.write(`pusherkit-emulator: ${message}\n`)
  process.exitCode = exitCode
}

/** A dead receiver would be silent otherwise. */
function reportFailure(delivery: WebhookDelivery): void {
  const line = describeFailure(delivery)
  if (line) process.stderr.write(`${line}\n`)
}

/** After the first signal the process ends by itself, with code 0; a second one ends it the hard way. */
async function start(options: EmulatorOptions): Promise<void> {
  const emulator = await startEmulator({ ...options, onWebhook: reportFailure })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, emulator.close)
  process.stdout.write(`ready ${emulator.url}\n`)
  // Without a token it is at the address above.
  const page = emulator.consoleUrl()
  if (page?.includes('#')) process.stdout.write(`console ${page}\n`)
}

const command = parseArguments(process.argv.slice(2), (path) => readFileSync(path, 'utf8'))
if (command.kind === 'help') process.stdout.write(HELP)
else if (command.kind === 'version') process.stdout.write(`${readVersion()}\n`)
else if (command.kind === 'invalid') fail(`${command.message} (see --help)`, 2)
else
  start(command.options).catch((error: unknown) =>
    fail(error instanceof Error ? error.message : String(error), 1),
  )
