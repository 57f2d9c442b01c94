import { expect, test } from 'vitest'
import { readLines } from '../../src/follow/read-lines.ts'

test('lines are whole wherever the stream is cut, within a character too', async () => {
  const bytes = new TextEncoder().encode('\n{"a":"é"}\n{"b":2}\n{"cut')
  for (let cut = 0; cut <= bytes.length; cut++) {
    const parts = [bytes.slice(0, cut), bytes.slice(cut)]
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (const part of parts) controller.enqueue(part)
        controller.close()
      },
    })
    const lines: string[] = []
    for await (const line of readLines(stream)) lines.push(line)
    expect(lines).toEqual(['{"a":"é"}', '{"b":2}'])
  }
})
