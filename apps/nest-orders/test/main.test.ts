import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startEmulator } from '@pusherkit/emulator'
import { event } from '@pusherkit/tests-support'
import { beforeAll, expect, test } from 'vitest'
import { startMain } from '../src/start-main.ts'
import { Visitor } from '../src/visitor.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const BUILT = '../node_modules/.built/'

// Node cannot run decorators, so that the program that is tested has to be built, types aside.
beforeAll(async () => {
  const options = ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', here(`${BUILT}dist`)]
  await promisify(execFile)(here('../../../node_modules/.bin/tsc'), options, { cwd: here('..') })
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it with 0, after what is on its way has arrived',
  async (signal) => {
    await using emulator = await startEmulator()
    using main = await startMain(emulator.serverOptions(), new URL(`${BUILT}dist/main.js`, import.meta.url), [
      '--conditions=@pusherkit/source',
    ])
    using ana = await Visitor.signIn({ url: main.url, emulator }, 'Ana', 'customer')
    const channel = await ana.subscribe(`private-customer-${ana.id}`)
    const placed = event(channel, 'order.placed')
    // The first try is refused, so that it is lost when the process does not stay for the second.
    emulator.faults.status(429, { times: 1, path: '/events' })
    const refused = emulator.waitFor('request', { status: 429 })
    const id = await ana.order({ street: 'Hafenweg 3', city: 'Hamburg' })
    await refused
    expect(await main.end(signal)).toBe(0)
    expect(await placed).toMatchObject({ id })
  },
)
