import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage, servePage } from '@pusherkit/app-dashboard'
import { type LocalChat, startLocally } from '@pusherkit/app-express-chat/local'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { JsClient, type JsUser } from '../support/index.ts'
import { launchChromium } from './chromium.ts'
import { watchOver } from './pages.ts'

export const PASSWORD = 'open, sesame'

/** A chat with its emulator, the page of the dashboard, and a browser. */
export interface DashboardStage {
  readonly chat: LocalChat
  /** Where the page is. */
  readonly url: string
  /** A page in a browser of its own, which asks for the password. A script that fails on it fails the test. */
  readonly visit: (
    options?: BrowserContextOptions,
    prepare?: (context: BrowserContext) => void,
  ) => Promise<Page>
  /** A page that is signed in. */
  readonly watch: (options?: BrowserContextOptions) => Promise<Page>
  /** A client of the Channels server. */
  readonly client: (user?: JsUser) => JsClient
}

/** One for all tests of a file. */
export function setDashboardStage({ otherOrigin = false }: { otherOrigin?: boolean } = {}): DashboardStage {
  const resources = new AsyncDisposableStack()
  let chat: LocalChat
  let browser: Browser
  let url: string

  beforeAll(async () => {
    const pages = resources.adopt(await mkdtemp(join(tmpdir(), 'dashboard-')), (folder) =>
      rm(folder, { recursive: true }),
    )
    if (otherOrigin) {
      const served = resources.use(await servePage(pages))
      url = served.url
      chat = resources.use(await startLocally({ dashboard: { password: PASSWORD, origin: url } }))
    } else {
      chat = resources.use(await startLocally({ dashboard: { password: PASSWORD, pages } }))
      url = `${chat.url}/dashboard/`
    }
    await buildPage(pages, { fromSource: true, ...(otherOrigin && { server: chat.url }) })
    browser = resources.adopt(await launchChromium(), (launched) => launched.close())
  })
  afterAll(() => resources.disposeAsync())

  /** What one test uses. */
  let used = new AsyncDisposableStack()
  afterEach(async () => {
    chat.emulator.faults.clear()
    const done = used
    used = new AsyncDisposableStack()
    await done.disposeAsync()
  })

  const visit = async (
    options: BrowserContextOptions = {},
    prepare?: (context: BrowserContext) => void,
  ): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
    used.defer(() => context.close())
    prepare?.(context)
    const page = await context.newPage()
    watchOver(page)
    await page.goto(url)
    return page
  }
  return {
    get chat() {
      return chat
    },
    get url() {
      return url
    },
    visit,
    async watch(options) {
      const page = await visit(options)
      await signIn(page)
      return page
    },
    client: (user) => used.use(new JsClient(chat.emulator, user)),
  }
}

export async function enterPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in, and waits until the first answer is there. */
export async function signIn(page: Page): Promise<void> {
  await enterPassword(page, PASSWORD)
  await page.locator('#shown').filter({ hasText: /\d/ }).waitFor()
}

/** The number of a card, by its title. */
export const numberOf = (page: Page, title: string): Promise<string | null> =>
  page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .locator('.number')
    .textContent()

/** What the charts look like, to see them move. */
export const drawn = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.card:not([hidden]) canvas')].map((one) => one.toDataURL())`)

export const namesOf = (page: Page): Promise<string[]> => page.locator('#channels .name').allTextContents()
