import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** The names of the folders in a room, e.g. `packages`. */
export const folders = (room: string): string[] =>
  readdirSync(join(root, room), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

/** Every file below a folder, as paths from the root of the repository. */
export const files = (folder: string, extension: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension) && !/(^|\/)(node_modules|dist)\//.test(path))
    .map((path) => `${folder}/${path}`)

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: a manifest may hold anything
export const manifest = (folder: string): any => JSON.parse(read(`${folder}/package.json`))

/** What a source file imports, by specifier, in any of the ways a module can. */
export const importsOf = (path: string): string[] =>
  [...read(path).matchAll(/^\s*(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'|\bimport\(?\s*'([^']+)'/gm)].map(
    ([, from, bare]) => from ?? bare ?? '',
  )
