import { readdir, readFile } from 'node:fs/promises'
import type { Answer } from '../http/answer.ts'
import { PAGE_FOLDER } from '../page-folder.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/**
 * The page runs its own files and nothing else, talks to its own host only, and cannot turn text into markup:
 * what it shows was written by others.
 */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // The next version of the emulator has another page at the same address.
  'cache-control': 'no-store',
}

async function read(name: string): Promise<Answer | undefined> {
  const contentType = TYPES[name.split('.').at(-1) ?? '']
  // By the list, and not by the name: so nothing outside of the folder can be asked for.
  if (!contentType || !(await readdir(PAGE_FOLDER)).includes(name)) return undefined
  const body = await readFile(new URL(name, PAGE_FOLDER), 'utf8')
  return { status: 200, contentType, body, headers: HEADERS }
}

/**
 * Reads a file of the console's page.
 *
 * @param path `/` for the page itself, `/console/{file}` for what it needs.
 * @returns Undefined when it is none of them.
 */
export async function readPage(path: string): Promise<Answer | undefined> {
  if (path === '/') return read('index.html')
  const [, name] = /^\/console\/([\w.-]+)$/.exec(path) ?? []
  return name === undefined ? undefined : read(name)
}
