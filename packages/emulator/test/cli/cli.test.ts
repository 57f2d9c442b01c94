import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@pusherkit/emulator'
import { expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

const run = (...argv: string[]): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, ['--conditions=@pusherkit/source', CLI, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Runs a command line that ends by itself. */
async function finish(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = run(...argv)
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code, stdout, stderr }
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'prints one line when it is ready, and ends with 0 on %s',
  async (signal) => {
    const child = run('--port', '0', '--app', 'my-id:my-key:my-secret')
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    await once(child.stdout, 'data')
    expect(stdout).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\n$/)

    const url = stdout.slice('ready '.length).trim()
    const client = new WebSocket(`${url.replace('http', 'ws')}/app/my-key?protocol=7`)
    await once(client, 'message')
    const closed = once(client, 'close')
    child.kill(signal)

    expect(await once(child, 'close')).toEqual([0, null])
    await closed
    expect(stdout.split('\n')).toHaveLength(2)
  },
)

it('prints where to open the console when it asks for a token', async () => {
  const child = run('--port', '0', '--console-token', 'a-token-for-the-test')
  const ended = once(child, 'close')
  let stdout = ''
  for await (const chunk of child.stdout) {
    stdout += chunk
    if (stdout.includes('console')) child.kill('SIGTERM')
  }

  expect(stdout).toMatch(/^ready (http:\/\/127\.0\.0\.1:\d+)\nconsole \1\/#token=a-token-for-the-test\n$/)
  expect(await ended).toEqual([0, null])
})

it('--help explains the flags', async () => {
  const { code, stdout, stderr } = await finish('--help')

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('Usage: pusherkit-emulator')
})

it('--version prints the version', async () => {
  expect(await finish('--version')).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' })
})

it('a bad flag is one line on stderr and code 2', async () => {
  expect(await finish('--prot', '1')).toEqual({
    code: 2,
    stdout: '',
    stderr: "pusherkit-emulator: Unknown option '--prot' (see --help)\n",
  })
})

it('a taken port is one line on stderr and code 1', async () => {
  await using emulator = await startEmulator()
  const where = `127.0.0.1:${emulator.port}`

  expect(await finish('--port', String(emulator.port))).toEqual({
    code: 1,
    stdout: '',
    stderr: `pusherkit-emulator: Cannot listen on ${where}: the port is taken; choose another one, or 0 for any\n`,
  })
})

it('--config reads the options from a file, and --webhook sends there what happens', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pusherkit-'))
  await using cleanUp = new AsyncDisposableStack()
  cleanUp.defer(() => rm(folder, { recursive: true }))
  const file = join(folder, 'emulator.json')
  await writeFile(file, '{"port":0,"apps":[{"appId":"1","key":"file-key","secret":"s"}]}')
  const receiver = createServer().listen(0, '127.0.0.1')
  cleanUp.defer(() => void receiver.close())
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  const webhook = once(receiver, 'request')

  const child = run('--config', file, '--webhook', `http://127.0.0.1:${port}/hook`)
  const [line] = await once(child.stdout, 'data')
  const url = String(line).slice('ready '.length).trim()
  const client = new WebSocket(`${url.replace('http', 'ws')}/app/file-key?protocol=7`)
  await once(client, 'message')
  client.send('{"event":"pusher:subscribe","data":{"channel":"news"}}')

  const [request, response] = await webhook
  expect(await text(request)).toContain('"channel":"news"')
  response.end()
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

it('a wrong file is one line on stderr and code 2', async () => {
  const file = fileURLToPath(new URL('no-such-file.json', import.meta.url))

  expect(await finish('--config', file)).toEqual({
    code: 2,
    stdout: '',
    stderr: `pusherkit-emulator: --config ${file} cannot be read: ENOENT: no such file or directory (see --help)\n`,
  })
})
