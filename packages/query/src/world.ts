import { type Page, type PageDocument, toPage } from './watch/page.ts'

/** What a client needs of the world. */
export interface World {
  /** In ms since 1970. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
  readonly page: Page
}

/** The only place that reads globals. */
export function createWorld(document: PageDocument | undefined): World {
  const globals = globalThis as { readonly document?: PageDocument; readonly addEventListener?: unknown }
  const page = toPage(
    document ?? globals.document,
    // Workers hear `online` too. Node's global object is no event target.
    typeof globals.addEventListener === 'function' ? (globals as unknown as EventTarget) : undefined,
  )
  return { now: () => Date.now(), random: () => Math.random(), page }
}
