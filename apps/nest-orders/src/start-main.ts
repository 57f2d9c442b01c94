import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PusherOptions } from '@pusherkit/core'

/** The application in a process of its own. */
export interface StartedMain extends Disposable {
  readonly url: string
  /** Sends a signal. @returns The exit code, or the signal that ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string>
}

/**
 * Starts the built `main.js` on a free port.
 *
 * @throws Error with what it printed, when it ends instead.
 */
export async function startMain(
  server: PusherOptions,
  main: URL,
  nodeOptions: readonly string[] = [],
): Promise<StartedMain> {
  const { appId, key, secret, host, port } = server
  const child = spawn(process.execPath, [...nodeOptions, fileURLToPath(main)], {
    env: {
      PUSHER_APP_ID: `${appId}`,
      PUSHER_APP_KEY: key,
      PUSHER_APP_SECRET: secret,
      PUSHER_HOST: host,
      PUSHER_PORT: `${port}`,
      PUSHER_SCHEME: 'http',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  const url = await Promise.race([
    urlOf(child),
    exit.then((code) => Promise.reject(new Error(`ended: ${code}`))),
  ])
  return {
    url,
    end(signal) {
      child.kill(signal)
      return exit
    },
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  }
}

async function urlOf({ stdout }: ChildProcess): Promise<string> {
  let printed = ''
  for await (const text of stdout ?? []) {
    printed += text
    const url = /^orders (http\S+)$/m.exec(printed)?.[1]
    if (url) return url
  }
  throw new Error(`It printed ${JSON.stringify(printed)}, and no address.`)
}
