import type { JournalEntry } from '../journal/entry.ts'
import type { AppView } from './view-app.ts'

/** An app to choose. Never with its secret. */
export interface AppName {
  readonly appId: string
  readonly key: string
}

/** Everything that a console has to know to begin with one app. */
export interface Snapshot {
  readonly type: 'snapshot'
  /** Another one after the emulator was started again: its `seq` then begins anew. */
  readonly run: string
  readonly apps: readonly AppName[]
  /** The app that all else is about. */
  readonly appId: string
  readonly view: AppView
  /** The last entries, the oldest first. Long texts are cut. */
  readonly entries: readonly JournalEntry[]
}

/** What happened since. */
export interface EntriesMessage {
  readonly type: 'entries'
  readonly entries: readonly JournalEntry[]
  /** How many more there were that are not shown. */
  readonly skipped: number
}

/** Who is there now. */
export interface ViewMessage {
  readonly type: 'view'
  readonly view: AppView
}

/** What the HTTP API answered to a `publish`. */
export interface AnswerMessage {
  readonly type: 'answer'
  /** The `id` of the `publish`. */
  readonly id: number
  readonly status: number
  readonly body: string
}

/** What the emulator says to a console. */
export type ServerMessage = Snapshot | EntriesMessage | ViewMessage | AnswerMessage

/** What a console says to the emulator: `hello` first. */
export type ClientMessage =
  | { readonly type: 'hello'; readonly token?: string | undefined; readonly appId?: string | undefined }
  /** Shows another app; the answer is a snapshot. */
  | { readonly type: 'app'; readonly appId: string }
  /** Shows one channel in detail, or none; the answer is a view. */
  | { readonly type: 'channel'; readonly channel: string | undefined }
  /** Publishes an event to the app that is shown. */
  | {
      readonly type: 'publish'
      readonly id: number
      readonly channel: string
      readonly event: string
      readonly data: string
    }
