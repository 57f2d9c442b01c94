import type { AppTable } from '../apps/app-table.ts'
import type { Clock } from '../clock.ts'
import type { Answer } from '../http/answer.ts'
import type { ApiRequest } from '../http/api.ts'
import type { Journal } from '../journal/journal.ts'

/** What the console is told by those who start the emulator. */
export interface ConsoleSetup {
  /** The machine's own: people look at the page also while the emulator's time stands still. */
  readonly clock: Clock
  /** What a console has to know; undefined when it need not know anything. */
  readonly token: string | undefined
  /** A word for this run of the emulator. */
  readonly run: string
}

/** What the console needs to know. */
export interface ConsolePlan extends ConsoleSetup {
  readonly apps: AppTable
  readonly journal: Journal
  /** Answers a request to the HTTP API, and writes it into the journal. */
  readonly answer: (request: ApiRequest) => Answer
}
