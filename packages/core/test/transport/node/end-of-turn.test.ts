import { expect, test, vi } from 'vitest'
import { createTransport } from '../../../src/transport/node.ts'
import { never, requestTo, serve } from '../support.ts'

test('a request that is aborted before it goes with others is never sent', async () => {
  const seen: (string | undefined)[] = []
  const { origin } = await serve((request, response) => {
    seen.push(request.url)
    response.end()
  })
  const transport = createTransport()
  // The route is loaded.
  await transport(requestTo(origin, { target: '/0' }), { signal: never() })
  const controller = new AbortController()
  const first = transport(requestTo(origin, { target: '/1' }), { signal: never() })
  const second = transport(requestTo(origin, { target: '/2' }), { signal: controller.signal })
  queueMicrotask(() => controller.abort(new Error('enough')))
  await expect(second).rejects.toThrow('enough')
  await first
  await transport(requestTo(origin, { target: '/3' }), { signal: never() })
  expect(seen).toEqual(['/0', '/1', '/3'])
})

test('requests go together where a test has replaced the timers', async () => {
  const { origin } = await serve((_, response) => response.end())
  const transport = createTransport()
  vi.useFakeTimers()
  try {
    const all = [1, 2, 3].map(() => transport(requestTo(origin), { signal: never() }))
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual([200, 200, 200])
  } finally {
    vi.useRealTimers()
  }
})
