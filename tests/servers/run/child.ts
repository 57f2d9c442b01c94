import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** A program that runs beside the tests, in a temporary folder of its own. */
export interface Child {
  /** Ends the program by its process id and removes its folder. Resolves when it is gone. */
  stop(): Promise<void>
}

/** What to run, and how to tell that it is up. */
export interface Program {
  readonly name: string
  readonly command: string
  /** The arguments, when the temporary folder is known. */
  readonly args: (folder: string) => readonly string[]
  /** Whether it answers already. A rejection means no. */
  readonly isReady: () => Promise<boolean>
}

const READY_WITHIN_MS = 30_000
const STOPPED_WITHIN_MS = 5_000
const POLL_MS = 50

/** Starts a program and waits until it is ready. It ends with this process at the latest. */
export async function startChild(program: Program): Promise<Child> {
  const folder = mkdtempSync(join(tmpdir(), 'pusherkit-servers-'))
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true })
  // Nothing of the caller's environment may configure it.
  const env = { PATH: process.env.PATH ?? '', HOME: folder }
  const child = spawn(program.command, program.args(folder), { cwd: folder, env, stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-5_000)
    })
  }
  const gone = once(child, 'close').catch(() => {})
  const abandon = (): void => {
    child.kill('SIGKILL')
    removeFolder()
  }
  process.once('exit', abandon)

  const stop = async (): Promise<void> => {
    await end(child, gone)
    process.off('exit', abandon)
    removeFolder()
  }
  const deadline = Date.now() + READY_WITHIN_MS
  while (!(await program.isReady().catch(() => false))) {
    const ended = child.exitCode ?? child.signalCode ?? (child.pid === undefined ? 'not started' : undefined)
    if (ended === undefined && Date.now() < deadline) {
      await delay(POLL_MS)
      continue
    }
    await stop()
    const what = ended === undefined ? `was not ready within ${READY_WITHIN_MS} ms` : `ended (${ended})`
    throw new Error(`${program.name} ${what}:\n${output}`)
  }
  return { stop }
}

async function end(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  const killer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
  child.kill('SIGTERM')
  await gone
  clearTimeout(killer)
}
