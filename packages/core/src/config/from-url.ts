import { invalidOption } from '../validate/options.ts'
import type { LocationOptions } from './pusher-options.ts'

const FORM =
  'has the form https://KEY:SECRET@HOST:PORT/apps/APP_ID (the value is not shown: it holds the secret)'

/**
 * Reads a URL such as `https://KEY:SECRET@api-eu.pusher.com/apps/APP_ID`. A path in front of `/apps/` becomes `path`.
 *
 * @param name What to call the URL in an error.
 * @throws PusherValidationError `ERR_PUSHER_INVALID_OPTION`, which never shows the URL.
 */
export function optionsFromUrl(text: unknown, name: string): LocationOptions {
  const url = typeof text === 'string' ? URL.parse(text) : null
  const [, path, appId] = url?.pathname.match(/^(.*)\/apps\/([^/]+)\/?$/) ?? []
  if (!url || !appId || !url.username || !url.password || !/^https?:$/.test(url.protocol)) {
    return invalidOption(name, FORM)
  }
  return {
    appId: decodeURIComponent(appId),
    key: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
    host: url.hostname,
    useTLS: url.protocol === 'https:',
    ...(url.port ? { port: Number(url.port) } : {}),
    ...(path ? { path } : {}),
  }
}
