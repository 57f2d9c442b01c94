import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const root = new URL('..', import.meta.url)
const { packageManager } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

/**
 * Runs pnpm at the version that package.json pins, fetched through npx: the workspace needs nothing but Node and npm.
 * Under pnpm already (`pnpm test`), it is that pnpm.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} The exit code.
 */
export function runPnpm(args) {
  const underPnpm = process.env.npm_config_user_agent?.startsWith('pnpm/')
  const [command, ...prefix] = underPnpm ? ['pnpm'] : ['npx', '--yes', packageManager]
  return run(command, [...prefix, ...args], process.platform === 'win32')
}

/**
 * Runs a program in the foreground and hands it the signals that end us, so that it can end in its own way.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} The exit code; 1 when a signal ended it.
 */
export function run(command, args, shell = false) {
  // Nothing that runs here phones home.
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
  const child = spawn(command, args, { cwd: root, env, shell, stdio: 'inherit' })
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM']
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, forward)
      resolve(code ?? 1)
    })
  })
}
