import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** A project outside of the workspace, with the packed tarballs installed. */
export interface Project {
  /** Writes a file into the project. */
  write(path: string, text: string): Promise<void>
  /** Runs a program in the project, on the Node of this process. */
  node(...args: string[]): Promise<string>
  /** Starts a program in the project, which goes on until it is told to end. */
  start(...args: string[]): ChildProcessWithoutNullStreams
  remove(): Promise<void>
}

/**
 * Packs packages as they are published, and unpacks them where a package manager would put them.
 *
 * @param dependencies What else is installed, by the folder of this repository whose versions are taken.
 */
export async function createProject(
  packages: readonly string[],
  dependencies: Readonly<Record<string, readonly string[]>>,
): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'pusherkit-consumer-'))
  const modules = join(folder, 'node_modules')
  for (const name of packages) {
    const target = join(modules, '@pusherkit', name)
    await mkdir(target, { recursive: true })
    await pack(name, target)
    const [tarball = ''] = (await readdir(target)).filter((file) => file.endsWith('.tgz'))
    await execute('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: target })
  }
  for (const [from, names] of Object.entries(dependencies)) {
    for (const name of names) {
      await mkdir(dirname(join(modules, name)), { recursive: true })
      await symlink(join(root, from, 'node_modules', name), join(modules, name))
    }
  }
  const env = { ...process.env, NODE_OPTIONS: '', NODE_PATH: '' }
  return {
    write: async (path, text) => {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    },
    node: async (...args) => (await execute(process.execPath, args, { cwd: folder, env })).stdout.trim(),
    start: (...args) => spawn(process.execPath, args, { cwd: folder, env }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Only pnpm knows what `workspace:` and `catalog:` become. */
const pack = (name: string, destination: string): Promise<unknown> =>
  execute(
    process.execPath,
    ['scripts/pnpm.mjs', '--dir', `packages/${name}`, 'pack', '--pack-destination', destination],
    {
      cwd: root,
    },
  )
