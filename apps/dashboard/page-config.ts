import { defaultClientConditions, type InlineConfig, type Plugin } from 'vite'

/** How the page is built. */
export interface PageOptions {
  /** The origin that answers, e.g. `https://chat.example.com`. The page's own unless told. */
  readonly server?: string | undefined
  /** Takes the packages of this repository from their source, so that they need not be built before. False. */
  readonly fromSource?: boolean | undefined
}

const here = import.meta.dirname

/** @throws RangeError when `server` is no origin. */
export function pageConfig({ server = '', fromSource = false }: PageOptions): InlineConfig {
  if (server !== '' && !(URL.canParse(server) && new URL(server).origin === server)) {
    const rule = 'an origin is scheme, host and port, with no path: https://chat.example.com'
    throw new RangeError(`The server of the dashboard is ${JSON.stringify(server)}, but ${rule}`)
  }
  return {
    root: here,
    // Wherever it is served.
    base: './',
    resolve: { conditions: [...(fromSource ? ['@pusherkit/source'] : []), ...defaultClientConditions] },
    plugins: [tellServer(server), onlyItsOwn(server)],
  }
}

/** Writes into the page where it asks. */
const tellServer = (server: string): Plugin => ({
  name: 'tell-server',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'server', content: server }, injectTo: 'head' }],
})

/** Lets the built page load its own files, ask its server, and nothing else. Vite's development page needs more. */
const onlyItsOwn = (server: string): Plugin => ({
  name: 'only-its-own',
  apply: 'build',
  transformIndexHtml: () => {
    const content = `default-src 'self'; connect-src 'self' ${server}; img-src 'self' data:; base-uri 'none'; form-action 'self'; object-src 'none'`
    return [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content },
        injectTo: 'head-prepend',
      },
    ]
  },
})
