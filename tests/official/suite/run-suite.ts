import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** In ms. A run takes about one second: what hangs is ended, and then has no report. */
const TIME_LIMIT = 60_000

/** How an official test ended. */
export interface Outcome {
  /** Its full title. */
  readonly title: string
  /** What it failed with, or undefined when it passed. */
  readonly failure: string | undefined
}

/** What to run of the official suite. */
export interface SuiteOptions {
  /** Files below the official `tests` folder, as a glob. */
  readonly files: string
  /** Modules to load first, relative to this folder. */
  readonly preload: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Runs official tests with mocha, as they do themselves, in a process of its own. */
export async function runSuite({ files, preload, env }: SuiteOptions): Promise<readonly Outcome[]> {
  const preloads = preload.map((module) => `--import=${new URL(module, import.meta.url)}`)
  const mocha = ['node_modules/mocha/bin/_mocha', '--reporter=json', `node_modules/pusher/tests/${files}`]
  const child = spawn(process.execPath, ['--conditions=@pusherkit/source', ...preloads, ...mocha], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT,
  })
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return readReport(output, errors)
}

interface Report {
  readonly tests: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[]
  readonly passes: readonly unknown[]
}

/** @throws Error when mocha did not come to its end. */
function readReport(output: string, errors: string): readonly Outcome[] {
  let report: Report
  try {
    report = JSON.parse(output)
  } catch (cause) {
    throw new Error(`mocha reported nothing:\n${errors}${output}`, { cause })
  }
  const outcomes = report.tests.map(({ fullTitle, err }) => ({ title: fullTitle, failure: err.message }))
  const passed = outcomes.filter(({ failure }) => failure === undefined).length
  if (passed !== report.passes.length) throw new Error(`${report.passes.length} tests passed, not ${passed}`)
  return outcomes
}
