import { expect, test } from 'vitest'
import { dashboardStage } from './support.ts'

/** Reads a stream to the end of the line that has this. */
async function readUntil(response: Response, text: string): Promise<string> {
  let read = ''
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    read += chunk
    const end = read.indexOf('\n', read.includes(text) ? read.indexOf(text) : read.length)
    if (end !== -1) return read.slice(0, end)
  }
  return read
}

test('what was told before comes first, then each webhook as it comes, one a line', async () => {
  const { ask, operator, person } = await dashboardStage()
  const ana = await person('Ana')
  const headers = await operator()
  const first = await ask('/dashboard/webhooks', { headers })
  await ana.subscribe('presence-cache-lobby')
  const live = await readUntil(first, 'Ana joined presence-cache-lobby')
  const later = await readUntil(await ask('/dashboard/webhooks', { headers }), 'Ana joined')

  expect(first.headers.get('content-type')).toMatch('application/x-ndjson')
  expect(later).toBe(live)
  expect(
    live
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toContainEqual({
    number: expect.any(Number),
    name: 'member_added',
    text: 'Ana joined presence-cache-lobby',
    at: expect.any(Number),
  })
})
