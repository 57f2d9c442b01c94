import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { Pusher } from '../src/index.ts'

const app = { appId: '1', key: 'k', secret: 'the-secret' }
const aborting = (controller: AbortController) =>
  new Pusher({
    ...app,
    cluster: 'eu',
    transport: (_request, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        controller.abort(new Error('changed my mind'))
      }),
  })

const calls = {
  trigger: (pusher: Pusher, options: object) => pusher.trigger('c', 'e', 'd', null, options),
  triggerBatch: (pusher: Pusher, options: object) =>
    pusher.triggerBatch([{ channel: 'c', name: 'e', data: 'd' }], options),
  sendToUser: (pusher: Pusher, options: object) => pusher.sendToUser('u', 'e', 'd', options),
  terminateUserConnections: (pusher: Pusher, options: object) =>
    pusher.terminateUserConnections('u', options),
  channels: (pusher: Pusher, options: object) => pusher.channels({ prefix: 'a', ...options }),
  channel: (pusher: Pusher, options: object) => pusher.channel('c', { info: 'cache', ...options }),
  users: (pusher: Pusher, options: object) => pusher.users('presence-c', options),
  get: (pusher: Pusher, options: object) => pusher.get({ path: '/channels', ...options }),
  post: (pusher: Pusher, options: object) => pusher.post({ path: '/events', body: {}, ...options }),
}

test.each(Object.entries(calls))('%s takes a signal', async (_name, call) => {
  const controller = new AbortController()
  await expect(call(aborting(controller), { signal: controller.signal })).rejects.toMatchObject({
    code: 'ERR_PUSHER_ABORTED',
    retryable: false,
    cause: expect.objectContaining({ message: 'changed my mind' }),
  })
})

test.each(Object.entries(calls))('%s takes a timeout', async (_name, call) => {
  const pusher = new Pusher({ ...app, cluster: 'eu', retry: false, transport: () => new Promise(() => {}) })
  await expect(call(pusher, { timeout: 10 })).rejects.toMatchObject({
    code: 'ERR_PUSHER_TIMEOUT',
    timeout: 10,
  })
})

test.each(Object.entries(calls))('%s refuses what is neither', async (_name, call) => {
  const pusher = new Pusher({ ...app, cluster: 'eu', transport: () => new Promise(() => {}) })
  for (const options of [{ signal: 'stop' }, { timeout: 0 }, { timeout: '1s' }, { retries: 3 }]) {
    await expect(call(pusher, options)).rejects.toMatchObject({ code: 'ERR_PUSHER_INVALID_PARAMS' })
  }
})

test('hooks see a retry and the end of a call, over a real server', async () => {
  let requests = 0
  const server = createServer((_request, response) => {
    requests++
    if (requests === 1) response.writeHead(429, { 'retry-after': '0.01' }).end('slow down')
    else response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const told: string[] = []
  const { port } = server.address() as AddressInfo
  const pusher = new Pusher({
    ...app,
    host: '127.0.0.1',
    port,
    useTLS: false,
    retry: { baseDelay: 1 },
    hooks: {
      onRequest: ({ method, path }) => told.push(`${method} ${path}`),
      onRetry: ({ attempts, reason }) => told.push(`retry after ${attempts}: ${reason}`),
      onResponse: ({ status, attempts }) => told.push(`${status} after ${attempts}`),
      onError: ({ status, attempts }) => told.push(`failed with ${status} after ${attempts}`),
    },
  })
  try {
    await pusher.trigger('c', 'e', 'd')
    server
      .removeAllListeners('request')
      .on('request', (_request, response) => response.writeHead(400).end('no'))
    await pusher.trigger('c', 'e', 'd').catch(() => {})
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  expect(told).toEqual([
    'POST /apps/1/events',
    'retry after 1: 429',
    '200 after 2',
    'POST /apps/1/events',
    'failed with 400 after 1',
  ])
})
