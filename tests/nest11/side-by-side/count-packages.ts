import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** What every Nest application has installed already. */
const OF_NEST = /^(@nestjs\/|rxjs$|reflect-metadata$)/

/** The packages that a Nest application gets by installing one: itself, and what it needs, as the files on the disk say it. */
export function packagesOf(
  name: string,
  from: string = import.meta.dirname,
  found: Set<string> = new Set(),
): Set<string> {
  const folder = folderOf(name, from)
  if (found.has(folder)) return found
  found.add(folder)
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const peers = Object.keys(manifest.peerDependencies ?? {}).filter(
    (peer) => !manifest.peerDependenciesMeta?.[peer]?.optional,
  )
  for (const needed of [...Object.keys(manifest.dependencies ?? {}), ...peers])
    if (!OF_NEST.test(needed)) packagesOf(needed, folder, found)
  return found
}

/** The folder that Node takes a package from: the next `node_modules` upwards that has it. */
function folderOf(name: string, from: string): string {
  const folder = join(from, 'node_modules', name)
  if (existsSync(folder)) return realpathSync(folder)
  if (dirname(from) === from) throw new Error(`${name} is not installed`)
  return folderOf(name, dirname(from))
}
