import { type CreateContender, EVENT, EVENTS_PER_BATCH } from './contender.ts'
import { openPipes } from './raw/pipes.ts'
import { signedTarget } from './sign.ts'

// The limit: what is left when a program does nothing but sign and write. No validation, timeout, retry or error.

function toRequest(host: string, resource: '/events' | '/batch_events', body: string): string {
  const head = `POST ${signedTarget(resource, body)} HTTP/1.1\r\nhost: ${host}\r\n`
  return `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** One event a request, written straight to pipelined sockets. */
export const raw: CreateContender = async (target, { data, channelOf }) => {
  const pipes = await openPipes(target)
  const host = `${target.host}:${target.port}`
  const publish = (index: number): Promise<void> => {
    const event = { name: EVENT, data: JSON.stringify(data), channels: [channelOf(index)] }
    return new Promise((resolve) => pipes.send(toRequest(host, '/events', JSON.stringify(event)), resolve))
  }
  return { eventsPerCall: 1, publish, close: pipes.close }
}

/** Up to ten events that are published at the same time go with one request; each is acknowledged by itself. */
export const rawBatch: CreateContender = async (target, { data, channelOf }) => {
  const pipes = await openPipes(target)
  const host = `${target.host}:${target.port}`
  let waiting: { readonly text: string; readonly resolve: () => void }[] = []
  const send = (): void => {
    for (let start = 0; start < waiting.length; start += EVENTS_PER_BATCH) {
      const events = waiting.slice(start, start + EVENTS_PER_BATCH)
      const body = `{"batch":[${events.map(({ text }) => text).join(',')}]}`
      pipes.send(toRequest(host, '/batch_events', body), () => {
        for (const { resolve } of events) resolve()
      })
    }
    waiting = []
  }
  const publish = (index: number): Promise<void> => {
    const event = { channel: channelOf(index), name: EVENT, data: JSON.stringify(data) }
    return new Promise((resolve) => {
      if (waiting.length === 0) process.nextTick(send)
      waiting.push({ text: JSON.stringify(event), resolve })
    })
  }
  return { eventsPerCall: 1, publish, close: pipes.close }
}
