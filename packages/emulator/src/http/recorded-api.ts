import type { AppTable } from '../apps/app-table.ts'
import type { Clock } from '../clock.ts'
import type { JournalKeeper } from '../journal/create-journal.ts'
import type { Answer } from './answer.ts'
import { type ApiRequest, answerApi } from './api.ts'
import { appIdOf, requestNews } from './request-news.ts'

/** The HTTP API, with a journal. */
export interface RecordedApi {
  /** Answers a request, and writes it into the journal. */
  readonly answer: (request: ApiRequest) => Answer
  /** Writes a request into the journal that something else answered; undefined: nobody did. */
  readonly record: (request: ApiRequest, answer: Answer | undefined) => void
}

/** Makes the API of these apps. */
export function createRecordedApi(apps: AppTable, { now }: Clock, journal: JournalKeeper): RecordedApi {
  const record = (request: ApiRequest, answer: Answer | undefined): void =>
    journal.record(appIdOf(request.path), requestNews(request, answer))
  return {
    record,
    answer: (request) => {
      const answer = answerApi(request, apps, now())
      record(request, answer)
      return answer
    },
  }
}
