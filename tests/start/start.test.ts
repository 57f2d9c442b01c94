import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const started: ChildProcess[] = []
const taken: Server[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const server of taken.splice(0)) server.close()
})

/** The demonstration by itself: the part of `npm start` that comes after installing and building. */
function start(option?: string, { nodeOptions = [] }: { nodeOptions?: string[] } = {}) {
  const args = [...nodeOptions, 'scripts/start/main.ts', ...(option ? [option] : [])]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  started.push(child)
  let output = ''
  const waiting: { text: string; resolve: () => void }[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const { text: awaited, resolve } of waiting) if (output.includes(awaited)) resolve()
    })
  }
  return {
    child,
    prints: (text: string) => new Promise<void>((resolve) => waiting.push({ text, resolve })),
    ended: async () => {
      const [code] = await once(child, 'close')
      return { code, output }
    },
  }
}

/** Takes a port if nobody has it yet: either way, it is taken. */
async function take(port: number): Promise<void> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await Promise.race([once(server, 'listening'), once(server, 'error').then(() => {})]).catch(() => {})
  taken.push(server)
}

describe('npm start', () => {
  test('--once shows every step with a tick and its time, and ends well', async () => {
    const { code, output } = await start('--once').ended()
    const steps = output.split('\n').filter((line) => /^[✓✗]/.test(line))
    expect(steps.map((line) => line.replace(/\(\d+ ms\)$/, '(N ms)'))).toEqual([
      '✓ express-chat listens (N ms)',
      '✓ nest-orders listens (N ms)',
      '✓ emulator listens (N ms)',
      '✓ nest-orders starts (N ms)',
      '✓ two pusher-js clients subscribe to "chat" (N ms)',
      '✓ pusher.trigger reaches both (N ms)',
      '✓ pusher.triggerBatch delivers in order (N ms)',
      '✓ req.pusher.trigger reaches everybody but the sender (N ms)',
      '✓ pusher.channels tells what is occupied (N ms)',
    ])
    expect(output).toContain('ana ← chat greeting {"message":"hello world"}')
    expect(output).toMatch(
      /emulator +http:\/\/127\.0\.0\.1:\d+ +app id app-id, key app-key, secret app-secret/,
    )
    expect(output).toMatch(/express-chat +http:\/\/127\.0\.0\.1:\d+/)
    expect(output).toMatch(/dashboard +http:\/\/127\.0\.0\.1:\d+\/dashboard\/ +password \S{12}\n/)
    expect(output).toMatch(/nest-orders +http:\/\/127\.0\.0\.1:\d+/)
    expect(code).toBe(0)
  })

  test('takes free ports where the usual ones are taken, and says so', async () => {
    await take(6001)
    await take(3000)
    const { code, output } = await start('--once').ended()
    expect(output).toMatch(/port 6001 is taken: the emulator uses \d+ instead/)
    expect(output).toMatch(/port 3000 is taken: the express-chat uses \d+ instead/)
    expect(code).toBe(0)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stays up until %s, then stops everything and ends well',
    async (signal) => {
      const run = start()
      await run.prints('Press Ctrl-C')
      const ended = run.ended()
      run.child.kill(signal)
      const { code, output } = await ended
      expect(output.trimEnd().endsWith('Stopped.')).toBe(true)
      expect(code).toBe(0)
    },
  )

  test('a step that fails is a cross, a reason and an exit code', async () => {
    const noFetch =
      'data:text/javascript,globalThis.fetch = () => Promise.reject(new Error("the chat is gone"))'
    const { code, output } = await start('--once', { nodeOptions: [`--import=${noFetch}`] }).ended()
    expect(output).toContain('✓ pusher.trigger reaches both')
    expect(output).toContain('✗ req.pusher.trigger reaches everybody but the sender')
    expect(output.trimEnd().endsWith('npm start failed: the chat is gone')).toBe(true)
    expect(code).toBe(1)
  })

  test('an option it does not know is an error', async () => {
    const { code, output } = await start('--twice').ended()
    expect(output).toContain("Unknown option '--twice'")
    expect(code).not.toBe(0)
  })
})
