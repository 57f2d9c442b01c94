import type { Target } from '../../server/start-api.ts'
import { openPipe } from './pipe.ts'

/** Enough to keep the server busy. More only cost time. */
const SOCKETS = 8

/** Some sockets that take turns. */
export interface Pipes {
  readonly send: (request: string, onAnswer: () => void) => void
  readonly close: () => void
}

export async function openPipes(target: Target): Promise<Pipes> {
  const pipes = await Promise.all(Array.from({ length: SOCKETS }, () => openPipe(target)))
  let turn = 0
  return {
    send: (request, onAnswer) => pipes[turn++ % pipes.length]?.send(request, onAnswer),
    close: () => {
      for (const pipe of pipes) pipe.close()
    },
  }
}
