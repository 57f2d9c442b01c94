import { randomUUID } from 'node:crypto'
import { MAX_TEXT, readText } from './read-text.ts'
import type { User } from './users.ts'

/** What pages get and show. */
export interface Message {
  /** Tells messages apart: a cache channel sends its last one again after each reconnection. */
  readonly id: string
  readonly from: { readonly id: string; readonly name: string }
  readonly text: string
  /** In ms since 1970. */
  readonly at: number
}

/** Who wrote it is the server's to say, never the page's. @throws Refusal 400 */
export const toMessage = (text: unknown, { id, name }: User, at: number): Message => ({
  id: randomUUID(),
  from: { id, name },
  text: readText(text, 'A message', MAX_TEXT),
  at,
})
