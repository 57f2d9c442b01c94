import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Emulator, startEmulator } from '@pusherkit/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atHome, readExamples } from './examples.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const generated = `${here}generated/`
const execute = promisify(execFile)
const examples = readExamples()
const fileOf = (index: number): string => `${generated}example-${index}.${examples[index]?.language}`

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ apps: [{ appId: 'APP_ID', key: 'APP_KEY', secret: 'APP_SECRET' }] })
  await rm(generated, { recursive: true, force: true })
  await mkdir(generated)
  await Promise.all(examples.map(({ code }, index) => writeFile(fileOf(index), atHome(code, emulator.port))))
})
afterAll(async () => {
  await emulator?.close()
  await rm(generated, { recursive: true, force: true })
})

describe('the examples of the READMEs', () => {
  test('there are some', () => {
    expect(examples.length).toBeGreaterThan(8)
  })

  test('compile', async () => {
    const { stdout } = await execute(`${here}../../node_modules/.bin/tsc`, ['--noEmit', '-p', here], {
      cwd: here,
    })
    expect(stdout).toBe('')
  })

  test.each(examples.map((example, index) => [example.name, example, index] as const))(
    '%s runs',
    async (_name, { code, prints }, index) => {
      // A program that serves would run for ever: it is ended once its last line was reached.
      const serves = code.includes('.listen(')
      const run = serves
        ? `await import('${fileOf(index)}'); process.exit()`
        : `await import('${fileOf(index)}')`
      const args = ['--conditions=@pusherkit/source', '--input-type=module', '-e', run]
      const { stdout } = await execute(process.execPath, args, {
        cwd: here,
        env: { ...process.env, NODE_OPTIONS: '' },
      })
      if (prints !== undefined) expect(stdout).toBe(prints)
    },
  )
})
