import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Options } from 'pusher-js'

/** Headers that let the page load its own files, connect to its Channels server, and nothing else. */
export const security = (client: Options): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", ...channelsOrigins(client)],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // For whoever ends TLS in front of this to decide.
    strictTransportSecurity: false,
  })

/** Where pusher-js connects to: without TLS it tries both. */
function channelsOrigins({ cluster, wsHost, wsPort = 80, wssPort = 443, forceTLS }: Options): string[] {
  const host = wsHost ?? `ws-${cluster}.pusher.com`
  const secure = `wss://${host}:${wssPort}`
  return forceTLS ? [secure] : [`ws://${host}:${wsPort}`, secure]
}
