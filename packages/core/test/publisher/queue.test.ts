import { describe, expect, test } from 'vitest'
import { createGate, dataOf, startPublishing } from './support.ts'

const stalled = async (maxQueued: number) => {
  const gate = createGate()
  const started = await startPublishing(gate.answering, { maxInFlight: 1, maxQueued, maxBatchSize: 1 })
  const first = started.publisher.trigger('a', 'e', '0')
  await gate.arrived(0)
  return { ...started, gate, first }
}

describe('when as many events wait as may', () => {
  test('offer takes no more, until there is room', async () => {
    const { publisher, requests, gate, first } = await stalled(2)
    const taken = [publisher.offer('a', 'e', '1'), publisher.offer('a', 'e', '2')]
    expect(publisher.offer('a', 'e', 'refused')).toBe(false)
    expect(publisher.stats.queued).toBe(2)
    const room = publisher.room()
    gate.answer(0)
    await room
    expect(publisher.stats.queued).toBe(1)
    taken.push(publisher.offer('a', 'e', '3'))
    for (const index of [1, 2, 3]) gate.answer(index)
    await Promise.all([first, ...taken])
    expect(dataOf(requests)).toEqual([['0'], ['1'], ['2'], ['3']])
  })

  test('trigger takes it all the same, and its promise waits', async () => {
    const { publisher, gate, first } = await stalled(1)
    const all = [first, publisher.trigger('a', 'e', '1'), publisher.trigger('a', 'e', '2')]
    expect(publisher.stats.queued).toBe(2)
    for (const index of [0, 1, 2]) gate.answer(index)
    await Promise.all(all)
  })

  test('a producer that waits for room never has more than that waiting', async () => {
    const { publisher } = await startPublishing(() => ({}), { maxInFlight: 2, maxQueued: 5 })
    const all: Promise<unknown>[] = []
    let most = 0
    for (let n = 0; n < 200; n++) {
      let sent = publisher.offer('a', 'e', `${n}`)
      while (!sent) {
        await publisher.room()
        sent = publisher.offer('a', 'e', `${n}`)
      }
      all.push(sent)
      most = Math.max(most, publisher.stats.queued)
    }
    await Promise.all(all)
    expect([most, publisher.stats.accepted]).toEqual([5, 200])
  })

  test('offer rejects, as trigger does, for what is wrong', async () => {
    const { publisher } = await startPublishing()
    await expect(publisher.offer('no channel', 'e', '')).rejects.toMatchObject({
      code: 'ERR_PUSHER_INVALID_CHANNEL',
    })
  })
})

describe('flush', () => {
  test('waits for what was triggered before, however it ends, and for nothing else', async () => {
    const { publisher, gate, first } = await stalled(10)
    const second = publisher.trigger('a', 'e', '1').catch(({ status }) => status)
    const flushed = publisher.flush()
    const third = publisher.trigger('a', 'e', '2')
    gate.answer(0)
    await first
    expect(publisher.stats).toMatchObject({ accepted: 1, failed: 0 })
    gate.answer(1, { status: 403 })
    await flushed
    expect(await second).toBe(403)
    expect(publisher.stats).toMatchObject({ accepted: 1, failed: 1 })
    gate.answer(2)
    await third
  })

  test('has nothing to wait for in an idle publisher', async () => {
    const { publisher } = await startPublishing()
    await publisher.flush()
    await publisher.trigger('a', 'e', '')
    await publisher.flush()
    expect(publisher.stats).toMatchObject({ queued: 0, inFlight: 0, accepted: 1 })
  })
})
