import type { ProtocolError } from '../protocol/protocol-error.ts'
import type { JournalEntry, Stamp } from './entry.ts'
import { redact } from './redact.ts'

type Unstamped<Entry> = Entry extends JournalEntry ? Omit<Entry, keyof Stamp> : never

/** What happened, before the journal says when and where. */
export type News = Unstamped<JournalEntry>

/** A connection was closed. */
export const closedNews = (socketId: string, code: number, reason: string): News => ({
  kind: 'connection',
  state: 'closed',
  socketId,
  code,
  ...(reason === '' ? {} : { reason: redact(reason) }),
})

/** A client was told what is wrong. */
export const errorNews = (socketId: string, { message, code }: ProtocolError, channel?: string): News => ({
  kind: 'error',
  socketId,
  message: redact(message),
  ...(code === undefined ? {} : { code }),
  ...(channel === undefined ? {} : { channel }),
})
