import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProject, type Project } from './project.ts'

const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', import.meta.url))

let project: Project
beforeAll(async () => {
  project = await createProject(['core', 'encryption', 'express', 'emulator', 'nestjs', 'query', 'undici'], {
    'tests/consumers': ['express', 'ws', '@noble/ciphers', '@types/node', '@types/express', 'ky', 'undici'],
  })
}, 60_000)
afterAll(() => project?.remove())

const program = `
  const emulator = await startEmulator()
  const encryption = createEncryption({ masterKeyBase64: btoa('k'.repeat(32)) })
  const client = new Pusher({ ...emulator.serverOptions(), encryption })
  await client.trigger('private-encrypted-a', 'e', 'hidden')
  const response = await client.trigger('a', 'e', { hello: 'world' })
  console.log(response.status, typeof pusher(client), JSON.stringify(await client.channels()))
  await emulator.close()
`

describe('the packed tarballs', () => {
  test('run in an ES module', async () => {
    await project.write(
      'esm.mjs',
      `import { Pusher } from '@pusherkit/core'
      import { startEmulator } from '@pusherkit/emulator'
      import { createEncryption } from '@pusherkit/encryption'
      import { pusher } from '@pusherkit/express'
      ${program}`,
    )
    expect(await project.node('esm.mjs')).toBe('200 function {"channels":{}}')
  })

  test('run in a CommonJS module', async () => {
    await project.write(
      'cjs.cjs',
      `const { Pusher } = require('@pusherkit/core')
      const { startEmulator } = require('@pusherkit/emulator')
      const { createEncryption } = require('@pusherkit/encryption')
      const { pusher } = require('@pusherkit/express')
      ;(async () => { ${program} })()`,
    )
    expect(await project.node('cjs.cjs')).toBe('200 function {"channels":{}}')
  })

  test.each([
    ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('compile in a strict TypeScript project (%s), libraries checked', async (name, resolution) => {
    await project.write(
      `${name}/index.ts`,
      `import { Pusher, PusherValidationError, type Transport } from '@pusherkit/core'
      import { LIMITS, isPresenceChannel } from '@pusherkit/core/contract'
      import { createToken, verifyRequest } from '@pusherkit/core/signing'
      import { type Emulator, startEmulator } from '@pusherkit/emulator'
      import { pusher } from '@pusherkit/express'
      import { createChannelAuthHandler, toFetchHandler } from '@pusherkit/core/handlers'
      import { createPublisher } from '@pusherkit/core/publisher'
      import { createQueryClient } from '@pusherkit/query'
      import { createSignedQueryClient } from '@pusherkit/query/signed'
      import { createUndiciTransport } from '@pusherkit/undici'
      import express from 'express'
      export async function main(): Promise<number> {
        const emulator: Emulator = await startEmulator()
        const client = new Pusher({ ...emulator.serverOptions(), transport: createUndiciTransport() })
        await createPublisher(client).trigger('a', 'b', {})
        toFetchHandler(createChannelAuthHandler<Request>(client, { authorize: (_, { url }) => url !== '' }))
        for (const queries of [client, createQueryClient({ baseUrl: 'https://example.com' })]) await queries.users('presence-a')
        createSignedQueryClient(emulator.serverOptions())
        express().use(pusher(client)).get('/', (req) => req.pusher.trigger('a', 'b', {}))
        const { channels } = await client.channels({ prefix: 'presence-', info: 'user_count' })
        const count: number | undefined = channels['presence-a']?.user_count
        const { subscription_count } = await client.channel('a', { info: ['subscription_count'] })
        // @ts-expect-error what was not asked for is not in the type
        const { user_count } = await client.channel('a')
        return (count ?? 0) + subscription_count + LIMITS.eventsPerBatch + Number(isPresenceChannel('x'))
      }
      export { PusherValidationError, type Transport, createToken, verifyRequest }
      `,
    )
    await project.write(
      `${name}/tsconfig.json`,
      JSON.stringify({
        compilerOptions: {
          ...resolution,
          target: 'es2024',
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          types: ['node'],
          lib: ['es2024', 'esnext.disposable'],
        },
      }),
    )
    expect(await project.node(tsc, '-p', name).catch(({ stdout }) => stdout)).toBe('')
  })

  test('hold the licence, the README, the build and the sources, and no tests', async () => {
    const list = `
      const { readdirSync } = require('node:fs')
      for (const name of readdirSync('node_modules/@pusherkit').sort())
        console.log(name, readdirSync('node_modules/@pusherkit/' + name).filter((file) => !file.endsWith('.tgz')).sort().join())`
    expect((await project.node('-e', list)).split('\n')).toEqual([
      'core LICENSE,README.md,dist,package.json,src',
      'emulator LICENSE,README.md,console,dist,package.json,src',
      'encryption LICENSE,README.md,dist,package.json,src',
      'express LICENSE,README.md,dist,package.json,src',
      'nestjs LICENSE,README.md,dist,package.json,src',
      'query LICENSE,README.md,dist,package.json,src',
      'undici LICENSE,README.md,dist,package.json,src',
    ])
  })

  test('bring an emulator that is one command away', async () => {
    const emulator = project.start('node_modules/@pusherkit/emulator/dist/cli.js', '--port', '0')
    try {
      const [line] = await once(emulator.stdout.setEncoding('utf8'), 'data')
      expect(line).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\n$/)
    } finally {
      emulator.kill('SIGTERM')
    }
    expect(await once(emulator, 'close')).toEqual([0, null])
  })

  test('bring the pusherkit-emulator command', async () => {
    expect(await project.node('node_modules/@pusherkit/emulator/dist/cli.js', '--version')).toMatch(
      /^\d+\.\d+\.\d+$/,
    )
  })
})
