// Installs soketi into `soketi/node_modules`, unless what is there already is what the manifest and the lock ask for.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('soketi/', import.meta.url))
const stamp = `${folder}node_modules/.installed`

const wanted = createHash('sha256')
for (const file of ['package.json', 'package-lock.json']) wanted.update(readFileSync(folder + file))
const version = wanted.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
  console.log('Installing soketi into tests/servers/soketi (440 MB, half a minute)')
  // No dependency needs an install script: the native parts are in their packages. `install --no-save` follows the lock
  // and leaves it alone, as `ci` does, but takes one that lacks the optional packages of other platforms.
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', ['install', ...flags], { cwd: folder, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, version)
}
