import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** A program that a README shows. */
export interface Example {
  /** Where it stands, e.g. `packages/core/README.md:12`. */
  readonly name: string
  readonly language: 'ts' | 'js'
  readonly code: string
  /** The output that the README says it prints, where it does. */
  readonly prints: string | undefined
}

const FENCE = /^```(ts|js)\n([\s\S]*?)^```\n(?:\nprints\n\n```text\n([\s\S]*?)^```)?/gm

/** Every `ts` and `js` block of every README, each of which is a whole program. */
export function readExamples(): Example[] {
  return globSync(['README.md', 'packages/*/README.md'], { cwd: root })
    .sort()
    .flatMap((path) => {
      const text = readFileSync(root + path, 'utf8')
      return [...text.matchAll(FENCE)].map(([, language, code = '', prints]) => ({
        name: `${path}:${text.slice(0, text.indexOf(code)).split('\n').length}`,
        language: language === 'js' ? ('js' as const) : ('ts' as const),
        code,
        prints,
      }))
    })
}

/**
 * Points an example's hosted app at a local server, its web server at a free port, and a path of the page's own server at
 * a query route. Nothing else is changed.
 */
export const atHome = (code: string, port: number, queryUrl: string): string =>
  code
    .replaceAll(`baseUrl: '/pusher/query'`, `baseUrl: '${queryUrl}'`)
    .replaceAll(`cluster: 'APP_CLUSTER'`, `host: '127.0.0.1', port: ${port}, useTLS: false`)
    .replaceAll('port: 6001', `port: ${port}`)
    .replaceAll('.listen(3000)', '.listen(0)')
