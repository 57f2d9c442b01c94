import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, release, totalmem, type } from 'node:os'

const require = createRequire(import.meta.url)

/** The version of a library that is compared. */
const versionOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as {
    version: string
  }
  return `\`${name}@${version}\``
}

/** Where the numbers come from, as Markdown. */
export function describeMachine(date: Date): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `- Date: ${date.toISOString().slice(0, 10)}`,
    `- Machine: ${cpus().length} cores of ${first?.model.trim() ?? 'an unknown processor'}, ${memory} GiB`,
    `- System: ${type()} ${release()}, Node ${process.versions.node}, OpenSSL ${process.versions.openssl}`,
    `- Libraries: ${['pusher', 'pusher-http-edge', 'undici', 'ws'].map(versionOf).join(', ')}`,
  ].join('\n')
}
