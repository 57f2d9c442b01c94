import type { AppTable } from '../apps/app-table.ts'
import { findApp } from '../options/find-app.ts'
import { readFields } from '../options/values.ts'
import { quote } from '../quote.ts'
import type { DropOptions } from './faults.ts'

/** What a close frame may carry. Source: RFC 6455, section 7.4. */
const isCloseCode = (code: unknown): code is number =>
  Number.isInteger(code) &&
  typeof code === 'number' &&
  ((code >= 1000 && code <= 1014 && (code < 1004 || code > 1006)) || (code >= 3000 && code <= 4999))

function readCode(code: unknown): number | undefined {
  if (code === undefined || isCloseCode(code)) return code
  throw new TypeError(
    `Option faults.dropConnections.code must be a close code, 1000 to 1014 but 1004 to 1006, or 3000 to 4999, but it is ${quote(code)}`,
  )
}

/** Ends the connections that are open now. */
export function dropConnections(apps: AppTable, options: DropOptions = {}): void {
  const { appId } = readFields(options, 'faults.dropConnections', ['code', 'appId'])
  const code = readCode(options.code)
  if (appId !== undefined && typeof appId !== 'string') {
    throw new TypeError(`Option faults.dropConnections.appId must be a string, but it is ${quote(appId)}`)
  }
  const chosen = appId === undefined ? apps.all : [findApp(apps.all, appId)]
  for (const app of chosen)
    for (const connection of [...app.connections]) connection.cut(code, 'Dropped by a fault')
}
