import { readdirSync, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { runInThisContext } from 'node:vm'
import { Pusher, type PusherOptions, PusherResponse } from '@pusherkit/core'
import type { Emulator } from '@pusherkit/emulator'

const folder = fileURLToPath(new URL('snippets/', import.meta.url))

/** The snippets of the public documentation page, by file name and title. */
export const snippets: readonly (readonly [file: string, title: string])[] = readdirSync(folder)
  .sort()
  .map((file) => [file, read(file).match(/^\/\/ "(.+)", Node, on the page/m)?.[1] ?? ''])

function read(file: string): string {
  return readFileSync(folder + file, 'utf8')
}

/** What a snippet did. */
export interface SnippetRun {
  /** The answers to its calls, in order. */
  readonly answers: readonly PusherResponse[]
  /** What it took out of the bodies of the answers: names and values, in order. */
  readonly taken: readonly (readonly [name: string, value: unknown])[]
  /** What it wrote to the console and to stdout. */
  readonly output: string
}

/**
 * Runs a snippet as it is. `require('pusher')` gives our `Pusher`, whose hosted cluster is the emulator here, and
 * `pusher` is one of them where the snippet makes none. Ends when every call was answered.
 *
 * @param variables What the snippet leaves open, e.g. `channels`.
 */
export async function runSnippet(
  file: string,
  emulator: Emulator,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<SnippetRun> {
  const calls: Promise<PusherResponse>[] = []
  const taken: [string, unknown][] = []
  let output = ''
  const write = (text: unknown): void => {
    output += text
  }
  const watch = <T>(call: Promise<PusherResponse<T>>): Promise<PusherResponse<T>> => {
    const watched = call.then((response) => tellWhatIsTaken(response, taken))
    calls.push(watched)
    return watched
  }

  class LocalPusher extends Pusher {
    constructor({ cluster, ...options }: PusherOptions) {
      if (cluster !== 'APP_CLUSTER') throw new Error(`APP_CLUSTER is documented, not ${cluster}`)
      super({ ...options, host: '127.0.0.1', port: emulator.port, useTLS: false })
    }
    override trigger(...call: Parameters<Pusher['trigger']>) {
      return watch(super.trigger(...call))
    }
    override triggerBatch(...call: Parameters<Pusher['triggerBatch']>) {
      return watch(super.triggerBatch(...call))
    }
    override get<const Path extends string>(...call: Parameters<typeof Pusher.prototype.get<Path>>) {
      return watch(super.get<Path>(...call))
    }
  }

  const scope: Readonly<Record<string, unknown>> = {
    require: (name: string) => (name === 'pusher' ? LocalPusher : undefined),
    pusher: new LocalPusher({ ...emulator.serverOptions(), cluster: 'APP_CLUSTER' }),
    console: { log: write, error: write },
    process: { stdout: { write } },
    ...variables,
  }
  // A block of its own: a snippet may declare what others leave open.
  const program = runInThisContext(`(async ({ ${Object.keys(scope)} }) => {{ ${read(file)} }})`, {
    filename: file,
  })
  await program(scope)
  const settled = await Promise.allSettled(calls)
  const answers = settled.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []))
  // What a snippet does with an answer it does by promises alone, which are done before the next turn of the event loop.
  await setImmediate()
  return { answers, taken, output }
}

function tellWhatIsTaken<T>(response: PusherResponse<T>, taken: [string, unknown][]): PusherResponse<T> {
  const json = async (): Promise<unknown> =>
    new Proxy(Object(await PusherResponse.prototype.json.call(response)), {
      get(body, name) {
        // Promises look for `then` by themselves.
        if (name !== 'then') taken.push([String(name), body[name]])
        return body[name]
      },
    })
  return Object.defineProperty(response, 'json', { value: json })
}
