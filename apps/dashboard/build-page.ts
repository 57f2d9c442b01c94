import type { AddressInfo } from 'node:net'
import { build, preview } from 'vite'
import { type PageOptions, pageConfig } from './page-config.ts'

/** Builds the page into a folder. @throws RangeError when `server` is no origin. */
export async function buildPage(folder: string, options: PageOptions = {}): Promise<void> {
  await build({
    ...pageConfig(options),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  })
}

/** A page that is served by itself, on an origin of its own. */
export interface ServedPage extends AsyncDisposable {
  readonly url: string
}

/** Serves a folder that `buildPage` filled, on a free port of this machine. */
export async function servePage(folder: string): Promise<ServedPage> {
  const server = await preview({
    ...pageConfig({}),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const { port } = server.httpServer.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => server.close() }
}
