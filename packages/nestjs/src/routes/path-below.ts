import type { HttpRequest } from './http-request.interface.ts'

/**
 * The path of a request below its handler's mount point, escaped as it came. A slash at its end is kept, which Express
 * does not care about: what to answer is the handler's to decide.
 *
 * @param depth How many segments of it there are.
 */
export function pathBelow({ originalUrl, url }: HttpRequest, depth: number): string {
  const [path = ''] = (originalUrl ?? url).split('?')
  if (depth === 0) return '/'
  return `/${path.split('/').filter(Boolean).slice(-depth).join('/')}${path.endsWith('/') ? '/' : ''}`
}
