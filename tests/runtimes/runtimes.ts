import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A program that runs JavaScript. */
export interface Runtime {
  /** As it is reported, e.g. `node 24.21.0`. */
  readonly name: string
  /** The absolute path of the program. */
  readonly path: string
  /** Whether it is there. */
  readonly installed: boolean
  /** What stands before the script. */
  readonly args: readonly string[]
}

const { arch, platform } = process

/** Whether package.json brings the runtimes for this machine. Where it does, a missing one is a failure. */
export const supported: boolean = platform === 'linux' && (arch === 'x64' || arch === 'arm64')

/**
 * @param folder Where the package is installed: its manifest tells the version.
 * @param program The program's path in it.
 */
function runtime(name: string, folder: string, program: string, args: readonly string[] = []): Runtime {
  const home = join(import.meta.dirname, 'node_modules', folder)
  const path = join(home, program)
  const installed = existsSync(path)
  const version = installed ? JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version : ''
  return { name: `${name} ${version}`.trimEnd(), path, installed, args }
}

/** Deno has to be allowed everything: this is all that core needs. */
const DENO = ['run', '--no-lock', '--allow-net=127.0.0.1', '--allow-read', '--allow-env']

/** Those that are started with a script. */
export const processes: readonly Runtime[] = [
  runtime('node', `node-22-linux-${arch}`, 'bin/node'),
  runtime('node', `node-24-linux-${arch}`, 'bin/node'),
  runtime('node', `node-26-linux-${arch}`, 'bin/node'),
  runtime('bun', `@oven/bun-linux-${arch === 'arm64' ? 'aarch64' : arch}`, 'bin/bun'),
  runtime('deno', `@deno/linux-${arch}-glibc`, 'deno', DENO),
]

/** Takes a configuration in place of a script: see run-workerd.ts. */
export const workerd: Runtime = runtime(
  'workerd',
  `@cloudflare/workerd-linux-${arch === 'x64' ? '64' : arch}`,
  'bin/workerd',
)
