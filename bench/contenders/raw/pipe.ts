import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Target } from '../../server/start-api.ts'

/** One connection. Requests go out without waiting for answers, those of one tick together. */
export interface Pipe {
  readonly send: (request: string, onAnswer: () => void) => void
  readonly close: () => void
}

const HEAD_END = '\r\n\r\n'

/** Opens a connection to a server whose answers all have the same length: then only bytes have to be counted. */
export async function openPipe({ host, port, useTLS }: Target): Promise<Pipe> {
  const socket: Socket = useTLS ? connectTls({ host, port }) : connect({ host, port })
  await once(socket, useTLS ? 'secureConnect' : 'connect')
  socket.setNoDelay()
  let outgoing = ''
  const waiting: (() => void)[] = []
  let answered = 0
  let answerBytes = 0
  let received = 0

  socket.on('data', (chunk: Buffer) => {
    answerBytes ||= toAnswerBytes(chunk)
    received += chunk.length
    for (; received >= answerBytes; received -= answerBytes) waiting[answered++]?.()
    // Not one by one: with many in an array, taking out the first is slow.
    if (answered < 1_000) return
    waiting.splice(0, answered)
    answered = 0
  })
  const flush = (): void => {
    socket.write(outgoing)
    outgoing = ''
  }
  return {
    send: (request, onAnswer) => {
      if (outgoing === '') process.nextTick(flush)
      outgoing += request
      waiting.push(onAnswer)
    },
    close: () => socket.destroy(),
  }
}

/** The length of an answer with its head, which is all in the first chunk. */
function toAnswerBytes(chunk: Buffer): number {
  const head = chunk.toString('latin1', 0, chunk.indexOf(HEAD_END))
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`The server answered ${head.split('\r\n')[0]}`)
  return head.length + HEAD_END.length + Number(/content-length: *(\d+)/i.exec(head)?.[1])
}
