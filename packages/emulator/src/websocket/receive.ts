import { tellError } from '../connections/tell-error.ts'
import { type ClientFrame, readClientFrame } from '../protocol/client-frame.ts'
import { ProtocolError } from '../protocol/protocol-error.ts'
import { PONG } from '../protocol/server-frames.ts'
import { quote } from '../quote.ts'
import { sendClientEvent } from './client-event.ts'
import type { Session } from './session.ts'
import { signIn } from './sign-in.ts'
import { subscribe } from './subscribe.ts'
import { unsubscribe } from './unsubscribe.ts'

type Handler = (session: Session, frame: ClientFrame) => void

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['pusher:ping', ({ connection }) => connection.send(PONG)],
  // Its arrival was the sign of life, and there is no more to a pong.
  ['pusher:pong', () => {}],
  ['pusher:subscribe', subscribe],
  ['pusher:unsubscribe', unsubscribe],
  ['pusher:signin', signIn],
])

const refuse: Handler = (_session, { event }) => {
  throw new ProtocolError(`Unsupported event: ${quote(event)}; an event of your own must start with client-`)
}

const findHandler = (event: string): Handler =>
  HANDLERS.get(event) ?? (event.startsWith('client-') ? sendClientEvent : refuse)

/** A fault of the emulator's own must not end the test process that it lives in, and must not stay hidden either. */
const toProtocolError = (error: unknown): ProtocolError =>
  error instanceof ProtocolError
    ? error
    : new ProtocolError(`The emulator could not handle this message: ${error}`)

/**
 * Acts on one text frame from a client. Whatever is wrong with it is answered with `pusher:error`, and the
 * connection stays open.
 */
export function receive(session: Session, text: string): void {
  try {
    const frame = readClientFrame(text)
    findHandler(frame.event)(session, frame)
  } catch (error) {
    tellError(session.app, session.connection, toProtocolError(error))
  }
}
