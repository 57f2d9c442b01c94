import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { pusher, pusherQuery } from '@pusherkit/express'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atHome, readExamples } from './examples.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const generated = `${here}generated/`
const execute = promisify(execFile)
/** Which options make the type check also write the programs that run. */
const EMIT = [
  '--noEmit',
  'false',
  '--declaration',
  'false',
  '--rewriteRelativeImportExtensions',
  '--outDir',
  `${generated}js`,
]
const examples = readExamples()
const fileOf = (index: number): string => `${generated}example-${index}.${examples[index]?.language}`
/** What runs of an example. TypeScript runs as the compiler writes it: Node strips types, but knows no decorators. */
const programOf = (index: number): string =>
  examples[index]?.language === 'ts' ? `${generated}js/generated/example-${index}.js` : fileOf(index)

let emulator: Emulator
let page: Server
let complaints: string
beforeAll(async () => {
  emulator = await startEmulator({ apps: [{ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET' }] })
  const app = express().use(pusher(emulator.serverOptions()))
  page = app.use('/pusher/query', pusherQuery({ authorize: () => true })).listen(0, '127.0.0.1')
  await once(page, 'listening')
  const queryUrl = `http://127.0.0.1:${(page.address() as AddressInfo).port}/pusher/query`
  await rm(generated, { recursive: true, force: true })
  await mkdir(generated)
  await Promise.all(
    examples.map(({ code }, index) => writeFile(fileOf(index), atHome(code, emulator.port, queryUrl))),
  )
  complaints = await execute(`${here}../../node_modules/.bin/tsc`, ['-p', here, ...EMIT], { cwd: here }).then(
    ({ stdout }) => stdout,
    ({ stdout }) => stdout,
  )
}, 60_000)
afterAll(async () => {
  page?.close()
  await emulator?.close()
  await rm(generated, { recursive: true, force: true })
})

describe('the examples of the READMEs', () => {
  test('there are some', () => {
    expect(examples.length).toBeGreaterThan(8)
  })

  test('compile', () => {
    expect(complaints).toBe('')
  })

  test.each(examples.map((example, index) => [example.name, example, index] as const))(
    '%s runs',
    async (_name, { code, prints }, index) => {
      // A program that serves would run for ever: it is ended once its last line was reached.
      const serves = code.includes('.listen(')
      const run = serves
        ? `await import('${programOf(index)}'); process.exit()`
        : `await import('${programOf(index)}')`
      const args = ['--conditions=@pusherkit/source', '--input-type=module', '-e', run]
      const { stdout } = await execute(process.execPath, args, {
        cwd: here,
        env: { ...process.env, NODE_OPTIONS: '' },
      })
      if (prints !== undefined) expect(stdout).toBe(prints)
    },
  )
})
