import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Task } from './program/exercise.ts'
import type { Runtime } from './runtimes.ts'

// No compatibility flag is set, so there is no Node in there. The emulator is on this machine, where a worker may not
// connect to unless its network allows it.
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "program", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2025-11-01",
      globalOutbound = "this-machine",
    )),
    (name = "this-machine", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "program")],
);
`

/**
 * Serves a bundled worker with the real workerd, calls it once and reads its report.
 *
 * @param folder An empty folder to put configuration and code into.
 */
export async function runWorkerd(
  { path }: Runtime,
  code: string,
  folder: string,
  task: Task,
): Promise<unknown> {
  await writeFile(join(folder, 'worker.js'), code)
  await writeFile(join(folder, 'config.capnp'), CONFIG)
  const child = spawn(path, ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  try {
    const port = await listening(child.stdio[3] as Readable)
    if (port === undefined) throw new Error(`workerd did not listen: ${said}`)
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: JSON.stringify(task),
      signal: AbortSignal.timeout(30_000),
    })
    if (!response.ok) throw new Error(`${await response.text()}\n${said}`)
    return await response.json()
  } finally {
    child.kill()
    await ended
  }
}

/** The port that the system chose: workerd tells it on its control channel. Undefined when it ended before. */
async function listening(control: Readable): Promise<number | undefined> {
  for await (const line of createInterface({ input: control })) {
    const message = JSON.parse(line) as { event: string; port?: number }
    if (message.event === 'listen') return message.port
  }
  return undefined
}
