import { constantTimeEqual } from '@pusherkit/core/signing'
import type { RawData, WebSocket } from 'ws'
import { CONSOLE_CLOSED } from './close-codes.ts'
import type { ClientMessage } from './messages.ts'
import type { ConsolePlan } from './plan.ts'
import { readMessage } from './read-message.ts'
import { Session } from './session.ts'

/** Starts talking to a console: nothing is told before a `hello` with the token, where there is one. */
export function openConsole(socket: WebSocket, plan: ConsolePlan): void {
  let session: Session | undefined

  const begin = (message: ClientMessage): Session | undefined => {
    const [first] = plan.apps.all
    if (message.type !== 'hello' || !first) return undefined
    if (plan.token !== undefined && !constantTimeEqual(message.token ?? '', plan.token)) return undefined
    return new Session(socket, plan.apps.byId(message.appId ?? '') ?? first, plan)
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return
    const message = isBinary ? undefined : readMessage(String(data))
    if (!message) socket.close(CONSOLE_CLOSED.badMessage, 'This is no message of the console')
    else if (session) session.receive(message)
    else {
      session = begin(message)
      if (!session) socket.close(CONSOLE_CLOSED.unauthorized, 'The console asks for its token')
    }
  })
  socket.on('close', () => session?.close())
}
