import { type LocalChat, startLocally } from '@pusherkit/app-express-chat/local'
import type { Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import { enter } from './express-chat-page.ts'
import { type Look, setPages } from './pages.ts'

/** What every test of the chat begins with. */
export interface ChatStage {
  /** Another one for each test. */
  readonly chat: LocalChat
  /** The chat in a browser of its own, which asks for a name. */
  readonly visit: (look?: Look) => Promise<Page>
  /** Somebody who has come in. */
  readonly person: (name: string, look?: Look) => Promise<Page>
  /** Some who have come in, in this order: the first one is the host. */
  readonly people: <const Names extends readonly string[]>(
    ...names: Names
  ) => Promise<{ readonly [Index in keyof Names]: Page }>
}

/** Sets the stage: to be called inside of a `describe`. Its fields are there once a test runs. */
export function setChatStage(): ChatStage {
  let chat: LocalChat
  const pages = setPages()

  beforeEach(async () => {
    chat = await startLocally()
    return () => chat[Symbol.asyncDispose]()
  })

  const visit = async (look?: Look): Promise<Page> => {
    const page = await pages.take(look)
    await page.goto(chat.url)
    return page
  }
  return {
    get chat() {
      return chat
    },
    visit,
    person: async (name, look) => enter(await visit(look), name),
    async people<const Names extends readonly string[]>(...names: Names) {
      const visitors = await Promise.all(names.map(async (name) => ({ name, page: await visit() })))
      for (const { name, page } of visitors) await enter(page, name)
      return visitors.map(({ page }) => page) as { readonly [Index in keyof Names]: Page }
    },
  }
}
