import type {
  ConnectionEntry,
  ErrorEntry,
  JournalEntry,
  SignInEntry,
  SubscriptionEntry,
  WebhookEntry,
} from '../journal/entry.ts'
import type { RecordedClientEvent, RecordedEvent, RecordedRequest } from './recorded.ts'

/** What a test may wait for, and what it then gets. */
export interface Awaitable {
  /** An event that was published by the HTTP API: one for each of its channels. */
  event: RecordedEvent
  /** An event that a client published. */
  client_event: RecordedClientEvent
  /** A client that connected. */
  connection: ConnectionEntry
  /** A client that left, was closed, or was refused; it had no socket id then. */
  disconnection: ConnectionEntry
  /** A client that entered a channel. */
  subscription: SubscriptionEntry
  /** A client that left a channel, also because it disconnected. */
  unsubscription: SubscriptionEntry
  /** A client that signed in. */
  signin: SignInEntry
  /** A request to the HTTP API that was answered. */
  request: RecordedRequest
  /** A try to deliver a webhook. */
  webhook: WebhookEntry
  /** What a client was told was wrong. */
  error: ErrorEntry
}

/** The name of something that a test may wait for. */
export type WaitKind = keyof Awaitable

const isState =
  (kind: 'connection' | 'subscription', state: string) =>
  (entry: JournalEntry): boolean =>
    entry.kind === kind && entry.state === state

const isKind =
  (kind: JournalEntry['kind']) =>
  (entry: JournalEntry): boolean =>
    entry.kind === kind

/** Which entries are of a kind. */
export const WAIT_KINDS: Readonly<Record<WaitKind, (entry: JournalEntry) => boolean>> = {
  event: isKind('event'),
  client_event: isKind('client_event'),
  connection: isState('connection', 'opened'),
  disconnection: isState('connection', 'closed'),
  subscription: isState('subscription', 'subscribed'),
  unsubscription: isState('subscription', 'unsubscribed'),
  signin: isKind('signin'),
  request: isKind('request'),
  webhook: isKind('webhook'),
  error: isKind('error'),
}
